package trastienda.desktop.ventas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.list.Fetcher;
import trastienda.shared.eventos.EventoFrame;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.util.Objects;
import java.util.function.Consumer;

/// One sale with its history and the values revealed by *Ver dato*. A sale that changes while it is
/// open is fetched again and takes the old one's place in one step.
public final class VentaViewModel {
    private final VentasApi api;
    private final Fetcher fetcher;
    private final Consumer<VentaDetalle> fresh;

    private final ReadOnlyObjectWrapper<DetailState> state =
            new ReadOnlyObjectWrapper<>(new DetailState.None());
    private final ObservableList<CambioVenta> history = FXCollections.observableArrayList();
    private final ObservableMap<String, String> revealed = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<@Nullable Exception> problem =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Long id;
    private int generation;

    /// @param fresh told of each version that arrives, so that the list can follow
    VentaViewModel(VentasApi api, Fetcher fetcher, Consumer<VentaDetalle> fresh) {
        this.api = api;
        this.fetcher = fetcher;
        this.fresh = fresh;
    }

    /// Shows a sale, or nothing for null.
    void open(@Nullable Long wanted) {
        if (Objects.equals(wanted, id) && !(state.get() instanceof DetailState.Failed)) {
            return;
        }
        id = wanted;
        generation++;
        history.clear();
        revealed.clear();
        problem.set(null);
        if (wanted == null) {
            state.set(new DetailState.None());
        } else {
            state.set(new DetailState.Loading());
            refresh();
        }
    }

    /// Fetches the sale and its history again.
    void refresh() {
        var wanted = id;
        if (wanted == null) {
            return;
        }
        var mine = ++generation;
        fetcher.fetch(
                () -> api.one(wanted),
                venta -> {
                    if (mine == generation) {
                        show(venta);
                        fetchHistory(wanted, mine);
                    }
                },
                cause -> {
                    if (mine == generation) {
                        onFailure(cause);
                    }
                });
    }

    /// After the sale itself, which is what somebody waits for.
    private void fetchHistory(long wanted, long mine) {
        fetcher.fetch(
                () -> api.history(wanted),
                changes -> {
                    if (mine == generation) {
                        history.setAll(changes);
                    }
                },
                cause -> {
                    if (mine == generation) {
                        problem.set(cause);
                    }
                });
    }

    /// A version that came with the answer to a write.
    void show(VentaDetalle venta) {
        state.set(new DetailState.Shown(venta));
        fresh.accept(venta);
    }

    private void onFailure(Exception cause) {
        if (state.get() instanceof DetailState.Shown) {
            problem.set(cause);
        } else {
            state.set(new DetailState.Failed(cause));
        }
    }

    /// Something happened on the server.
    void onEvent(EventoFrame frame) {
        if (frame.type().equals("resync") || Objects.equals(VentaRef.id(frame), id)) {
            refresh();
        }
    }

    /// Fetches one masked value; the server notes who looked.
    void reveal(String campo) {
        var wanted = id;
        if (wanted == null || revealed.containsKey(campo)) {
            return;
        }
        fetcher.fetch(
                () -> api.reveal(wanted, campo),
                value -> {
                    if (Objects.equals(wanted, id)) {
                        revealed.put(campo, value);
                    }
                },
                problem::set);
    }

    /// Whether the open sale allows an action to this person.
    boolean allows(AccionVenta accion) {
        return state.get() instanceof DetailState.Shown(var venta)
                && venta.acciones().contains(accion);
    }

    /// What the detail shows.
    public ReadOnlyObjectProperty<DetailState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Its changes, newest first.
    public ObservableList<CambioVenta> history() {
        return history;
    }

    /// Values shown in clear, by field.
    public ObservableMap<String, String> revealed() {
        return revealed;
    }

    /// The last thing that failed while the sale stayed on screen.
    public ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
