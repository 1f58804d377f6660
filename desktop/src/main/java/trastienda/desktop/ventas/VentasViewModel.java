package trastienda.desktop.ventas;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.list.Fetcher;
import trastienda.desktop.platform.list.SparseList;
import trastienda.shared.eventos.EventoFrame;
import trastienda.shared.eventos.Topics;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.PaginaVentas;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaFila;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// The list of sales: what it is narrowed to, its rows, which one is chosen, and what happened to
/// it since it was fetched.
public final class VentasViewModel {
    private static final int REFRESHED_AT_ONCE = 20;

    private final VentasApi api;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Consumer<Vista> remember;

    private final ReadOnlyObjectWrapper<Vista> vista;
    private final ReadOnlyObjectWrapper<ListState> state =
            new ReadOnlyObjectWrapper<>(new ListState.Loading());
    private final ReadOnlyObjectWrapper<@Nullable SparseList<VentaFila>> rows =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper ordering =
            new ReadOnlyStringWrapper(FiltroVentas.DEFAULT_ORDERING);
    private boolean sortedOtherwise;
    private @Nullable FiltroVentas answered;
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper inserted = new ReadOnlyIntegerWrapper();
    private final ObservableMap<Bandeja, Long> counts =
            FXCollections.observableMap(new EnumMap<>(Bandeja.class));
    private final ObservableList<Persona> agents = FXCollections.observableArrayList();
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final Set<Long> refreshing = new HashSet<>();
    private final Set<Long> again = new HashSet<>();
    private int generation;

    VentasViewModel(
            VentasApi api, Fetcher fetcher, Clock clock, Vista start, Consumer<Vista> remember) {
        this.api = api;
        this.fetcher = fetcher;
        this.clock = clock;
        this.vista = new ReadOnlyObjectWrapper<>(start);
        this.remember = remember;
    }

    /// Fetches rows, counts, agents and plans; the screen calls it when it is shown.
    void open() {
        refresh();
        fetcher.fetch(api::agents, agents::setAll, this::ignore);
        fetcher.fetch(api::plans, plans::setAll, this::ignore);
    }

    /// Fetches the rows again; those on screen stay until the new ones are here.
    void refresh() {
        var mine = ++generation;
        var source = new VentasPages(api, effective());
        if (rows.get() == null) {
            state.set(new ListState.Loading());
        } else if (!source.filtro().equals(answered)) {
            state.set(new ListState.Renewing());
        }
        fetcher.fetch(
                () -> source.api().page(source.filtro(), null, SparseList.PAGE),
                first -> {
                    if (mine == generation) {
                        show(first, source);
                    }
                },
                problem -> {
                    if (mine == generation) {
                        notRefreshed(source.filtro(), problem);
                    }
                });
        refreshCounts();
    }

    /// Rows that are on screen stay there while the server is away, if they are those asked for.
    private void notRefreshed(FiltroVentas asked, Exception problem) {
        var stay = asked.equals(answered) && ApiFailure.of(problem) instanceof ApiFailure.Offline;
        state.set(stay ? there() : new ListState.Failed(problem));
    }

    private ListState there() {
        var list = rows.get();
        return list != null && list.isEmpty()
                ? new ListState.Empty(isFiltered())
                : new ListState.Rows();
    }

    private void show(PaginaVentas first, VentasPages source) {
        inserted.set(0);
        var asked = source.filtro().ordering();
        ordering.set(Objects.requireNonNullElse(first.orden(), asked));
        sortedOtherwise = !ordering.get().equals(asked);
        rows.set(new SparseList<>(VentasPages.slice(first), source, fetcher, VentaFila::id));
        if (!isNarrowed()) {
            counts.put(vista.get().bandeja(), first.count());
        }
        answered = source.filtro();
        state.set(there());
    }

    private void refreshCounts() {
        for (var bandeja : Bandeja.values()) {
            refreshCount(bandeja);
        }
    }

    /// Counts the trays of one state again. How many sales there are takes long to count, and only
    /// a registered one changes it.
    void refreshTrays() {
        for (var bandeja : Bandeja.values()) {
            if (bandeja.estado() != null) {
                refreshCount(bandeja);
            }
        }
    }

    /// The open tray's is that of its rows, when it shows all of them.
    private void refreshCount(Bandeja bandeja) {
        if (bandeja != vista.get().bandeja() || isNarrowed()) {
            var filtro = FilterEdits.estado(FiltroVentas.all(), bandeja.estado());
            fetcher.fetch(
                    () -> api.page(filtro, null, 1).count(),
                    count -> counts.put(bandeja, count),
                    this::ignore);
        }
    }

    /// What is sent: the tray's state wins over a chosen one.
    FiltroVentas effective() {
        var now = vista.get();
        return now.bandeja().estado() == null
                ? now.filtro()
                : FilterEdits.estado(now.filtro(), now.bandeja().estado());
    }

    private boolean isFiltered() {
        return vista.get().bandeja() != Bandeja.TODAS || isNarrowed();
    }

    private boolean isNarrowed() {
        return !FilterEdits.ordering(vista.get().filtro(), FiltroVentas.DEFAULT_ORDERING)
                .equals(FiltroVentas.all());
    }

    /// Changes to another tray.
    void choose(Bandeja bandeja) {
        if (bandeja != vista.get().bandeja()) {
            change(new Vista(bandeja, vista.get().filtro()));
        }
    }

    /// Narrows or sorts differently.
    void narrow(FiltroVentas filtro) {
        if (!filtro.equals(vista.get().filtro())) {
            change(new Vista(vista.get().bandeja(), filtro));
        }
    }

    /// Sorts by another column; whether anything else is asked for then.
    boolean sort(String column) {
        var before = vista.get();
        narrow(FilterEdits.ordering(before.filtro(), column));
        return !vista.get().equals(before);
    }

    /// Takes all filters away; tray and sort stay.
    void clear() {
        narrow(FilterEdits.ordering(FiltroVentas.all(), vista.get().filtro().ordering()));
    }

    private void change(Vista next) {
        vista.set(next);
        remember.accept(next);
        refresh();
    }

    /// Something happened on the server.
    void onEvent(EventoFrame frame) {
        if (frame.type().equals("resync")) {
            refresh();
            return;
        }
        var topic = frame.topic();
        var id = VentaRef.id(frame);
        if (topic == null || id == null) {
            return;
        }
        if (topic.equals(Topics.VENTA_REGISTRADA)) {
            countNew(id);
        } else {
            refreshRow(id);
        }
    }

    private void countNew(long id) {
        if (vista.get().bandeja() != Bandeja.TODAS) {
            counts.computeIfPresent(Bandeja.TODAS, (all, count) -> count + 1);
        }
        if (refreshing.size() >= REFRESHED_AT_ONCE) {
            inserted.set(inserted.get() + 1);
            return;
        }
        var filtro = effective();
        var mine = generation;
        fetch(
                id,
                venta -> {
                    if (mine == generation && !isListed(id) && Filas.matches(venta, filtro)) {
                        inserted.set(inserted.get() + 1);
                    }
                });
    }

    private void refreshRow(long id) {
        if (isListed(id)) {
            fetch(id, this::onFresh);
        }
    }

    private boolean isListed(long id) {
        var list = rows.get();
        return list != null && list.find(id).isPresent();
    }

    /// A newer version of a sale is known: its row changes in place.
    void onFresh(VentaDetalle venta) {
        var list = rows.get();
        if (list != null) {
            var slot = list.find(venta.id());
            var row = slot.map(found -> found.row()).orElse(null);
            var next = Filas.of(venta);
            if (row != null && !row.equals(next) && next.version() >= row.version()) {
                list.replace(next, clock.millis());
            }
        }
    }

    private void fetch(long id, Consumer<VentaDetalle> done) {
        if (!refreshing.add(id)) {
            again.add(id);
            return;
        }
        fetcher.fetch(
                () -> api.one(id),
                venta -> {
                    refreshing.remove(id);
                    done.accept(venta);
                    if (again.remove(id)) {
                        refreshRow(id);
                    }
                },
                problem -> {
                    refreshing.remove(id);
                    again.remove(id);
                });
    }

    private void ignore(Exception problem) {
        // A tray without its figure, or a filter without its choices, says nothing wrong; the list
        // itself tells that the server is away.
    }

    /// Tray, filter and sort.
    public ReadOnlyObjectProperty<Vista> vistaProperty() {
        return vista.getReadOnlyProperty();
    }

    /// What the list shows.
    public ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The rows; another list after each change of filter or sort.
    public ReadOnlyObjectProperty<@Nullable SparseList<VentaFila>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The order the rows are in: that asked for, or that by date of a text too many sales have.
    public ReadOnlyStringProperty orderingProperty() {
        return ordering.getReadOnlyProperty();
    }

    /// Whether that is not the order those rows were asked for in.
    boolean sortedOtherwise() {
        return sortedOtherwise;
    }

    /// The id of the chosen sale.
    public ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /// Sales registered since the list was fetched that belong into it.
    public ReadOnlyIntegerProperty insertedProperty() {
        return inserted.getReadOnlyProperty();
    }

    /// How many sales each tray holds, whatever the list is narrowed to, as far as known.
    public ObservableMap<Bandeja, Long> counts() {
        return counts;
    }

    /// Agents to filter by.
    public ObservableList<Persona> agents() {
        return agents;
    }

    /// Plans to filter by.
    public ObservableList<Plan> plans() {
        return plans;
    }
}
