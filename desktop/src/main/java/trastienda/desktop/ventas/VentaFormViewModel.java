package trastienda.desktop.ventas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.desktop.platform.list.Fetcher;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.RevisionVenta;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaRules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// The form of a sale, new or returned: what is typed, what is wrong with it (the same rules as the
/// server's, a field speaks once it was left or once one tried to save), its draft, and its
/// sending.
public final class VentaFormViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(VentaFormViewModel.class);

    private final VentasApi api;
    private final Borradores drafts;
    private final Fetcher fetcher;
    private final Clock clock;
    private final @Nullable VentaDetalle original;

    private final Map<Campo, StringProperty> values = new EnumMap<>(Campo.class);
    private final Set<Campo> touched = EnumSet.noneOf(Campo.class);
    private final Map<Campo, FieldError> refused = new EnumMap<>(Campo.class);
    private final ObservableMap<Campo, FieldError> errors = FXCollections.observableHashMap();
    private final ObservableMap<Campo, FieldError> warnings = FXCollections.observableHashMap();
    private final ObservableList<Campo> missing = FXCollections.observableArrayList();
    private final ObservableList<Plan> plans = FXCollections.observableArrayList();
    private final ObservableList<Persona> agents = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<FormState> state =
            new ReadOnlyObjectWrapper<>(new FormState.Editing());
    private final ReadOnlyObjectWrapper<@Nullable Borrador> offered = new ReadOnlyObjectWrapper<>();
    private String key = UUID.randomUUID().toString();
    private @Nullable String exception;
    private @Nullable Long version;
    private @Nullable String file;
    private boolean filling;
    private boolean dirty;

    /// @param original the sale to correct, or null for a new one
    VentaFormViewModel(
            VentasApi api,
            Borradores drafts,
            Fetcher fetcher,
            Clock clock,
            @Nullable VentaDetalle original) {
        this.api = api;
        this.drafts = drafts;
        this.fetcher = fetcher;
        this.clock = clock;
        this.original = original;
        for (var campo : Campo.values()) {
            var value = new SimpleStringProperty("");
            value.addListener((property, old, now) -> typed(campo));
            values.put(campo, value);
        }
        if (original == null) {
            fill(VentaFields.blank());
        } else {
            version = original.version();
            fill(VentaFields.of(original));
        }
    }

    /// Fetches plans, agents and the draft that a crash may have left.
    void open(boolean choosesAgent) {
        fetcher.fetch(api::plans, this::showPlans, this::onSideFailure);
        if (choosesAgent) {
            fetcher.fetch(api::agents, agents::setAll, this::onSideFailure);
        }
        fetcher.fetch(
                () -> drafts.load(ventaId()),
                found -> found.filter(this::isWorthOffering).ifPresent(offered::set),
                this::onSideFailure);
    }

    private void showPlans(List<Plan> found) {
        filling = true;
        var chosen = value(Campo.PLAN_ADQUIERE).get();
        plans.setAll(found.stream().filter(this::isOffered).toList());
        value(Campo.PLAN_ADQUIERE).set(chosen);
        filling = false;
    }

    /// Plans that are sold, and the one this sale has.
    private boolean isOffered(Plan plan) {
        return "activo".equalsIgnoreCase(plan.estado())
                || (original != null && Long.valueOf(plan.id()).equals(original.planAdquiere()));
    }

    private boolean isWorthOffering(Borrador draft) {
        return !dirty && !draft.datos().equals(datos());
    }

    /// Plans, people or the draft were not read or kept: told, but never over what becomes of the
    /// sale itself.
    private void onSideFailure(Exception cause) {
        if (state.get() instanceof FormState.Editing) {
            state.set(new FormState.Failed(cause));
        } else {
            LOG.warn("beside what becomes of the sale", cause);
        }
    }

    /// Takes the offered draft into the form.
    void takeDraft() {
        var draft = offered.get();
        if (draft != null) {
            // key and version as it was sent with, if it was: the server then knows it again
            key = draft.clave();
            if (draft.datos().version() != null) {
                version = draft.datos().version();
            }
            file = draft.archivo();
            fill(draft.datos());
            dirty = true;
            offered.set(null);
            values.forEach((campo, value) -> leave(campo));
            check();
        }
    }

    /// Throws the offered draft away.
    void refuseDraft() {
        offered.set(null);
        abandon();
    }

    /// Closes without saving; the draft goes with it.
    void abandon() {
        fetcher.fetch(
                () -> {
                    drafts.discard(ventaId());
                    return true;
                },
                done -> dirty = false,
                this::onSideFailure);
    }

    /// Keeps what is typed, when something was typed since it was last kept.
    void saveDraft() {
        if (!dirty || state.get() instanceof FormState.Saved) {
            return;
        }
        var draft =
                new Borrador(
                        ventaId(),
                        original == null ? null : original.numero(),
                        datos(),
                        file,
                        key,
                        clock.instant());
        fetcher.fetch(
                () -> {
                    drafts.save(draft);
                    return true;
                },
                done -> dirty = !draft.datos().equals(datos()),
                this::onSideFailure);
    }

    private void fill(VentaDatos datos) {
        filling = true;
        VentaFields.texts(datos).forEach((campo, text) -> value(campo).set(text));
        filling = false;
        check();
    }

    private void typed(Campo campo) {
        if (filling) {
            return;
        }
        dirty = true;
        refused.remove(campo);
        if (state.get() instanceof FormState.Failed) {
            state.set(new FormState.Editing());
        }
        check();
    }

    /// The person left a field: from now on it says what is wrong with it.
    void leave(Campo campo) {
        if (!value(campo).get().isBlank() && touched.add(campo)) {
            check();
        }
    }

    private void check() {
        var review = VentaRules.check(datos(), today());
        var found = new EnumMap<Campo, FieldError>(Campo.class);
        if (review instanceof RevisionVenta.Invalida invalid) {
            ByField.put(found, invalid.errores());
        }
        refused.forEach(found::putIfAbsent);
        var lacking = new ArrayList<Campo>();
        for (var campo : Campo.values()) {
            if (campo.required() && value(campo).get().isBlank()) {
                lacking.add(campo);
            }
        }
        missing.setAll(lacking);
        found.keySet().retainAll(touched);
        var odd = new EnumMap<Campo, FieldError>(Campo.class);
        ByField.put(odd, review.advertencias());
        odd.keySet().removeAll(found.keySet());
        ByField.sync(errors, found);
        ByField.sync(warnings, odd);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(VentaRules.ZONE));
    }

    /// Saves, when every field is right; else every field says what is wrong. A second call while
    /// one is under way does nothing.
    void save() {
        if (state.get() instanceof FormState.Saving || state.get() instanceof FormState.Saved) {
            return;
        }
        touched.addAll(EnumSet.allOf(Campo.class));
        check();
        if (!errors.isEmpty()) {
            return;
        }
        state.set(new FormState.Saving());
        dirty = true;
        var sent = datos();
        fetcher.fetch(
                () ->
                        original == null
                                ? api.create(sent, key, exception)
                                : api.correct(original.id(), sent, key),
                this::onSaved,
                this::onRefused);
    }

    /// Registers the sale for this reason, although its line has an active one.
    void saveAnyway(String reason) {
        exception = reason;
        save();
    }

    /// Whether the line's active sale is what the server objected to.
    boolean isLineTaken() {
        return state.get() instanceof FormState.Failed(ProblemException problem)
                && problem.code() == ProblemCode.LINEA_CON_VENTA_ACTIVA
                && original == null;
    }

    private void onSaved(VentaDetalle venta) {
        abandon();
        state.set(new FormState.Saved(venta));
    }

    private void onRefused(Exception cause) {
        if (cause instanceof ProblemException problem) {
            if (problem.code() == ProblemCode.VERSION_VIEJA && problem.actual() != null) {
                var actual = VentaFields.read(problem.actual());
                version = actual.version();
                key = UUID.randomUUID().toString();
                state.set(new FormState.Stale(actual));
                return;
            }
            ByField.put(refused, problem.errors());
            check();
            if (isFinal(problem.code())) {
                key = UUID.randomUUID().toString();
                exception = null;
            }
        }
        state.set(new FormState.Failed(cause));
    }

    /// The server said no for good: what is sent next is another request and needs another key.
    private static boolean isFinal(ProblemCode code) {
        return code.status() < 500
                && code.status() != 401
                && code.status() != 429
                && code != ProblemCode.EN_PROCESO;
    }

    /// Takes the current value of a field instead of what was typed.
    void takeActual(Campo campo) {
        if (state.get() instanceof FormState.Stale stale) {
            value(campo).set(stale.text(campo));
        }
    }

    /// Fields in which what was typed differs from what a stale sale says now.
    List<Campo> differences() {
        return state.get() instanceof FormState.Stale stale
                ? values.keySet().stream()
                        .filter(campo -> !value(campo).get().equals(stale.text(campo)))
                        .toList()
                : List.of();
    }

    VentaDatos datos() {
        return VentaFields.datos(values, version);
    }

    /// The text of a field.
    public StringProperty value(Campo campo) {
        return Objects.requireNonNull(values.get(campo));
    }

    /// What is wrong, by field.
    public ObservableMap<Campo, FieldError> errors() {
        return errors;
    }

    /// What looks odd, by field.
    public ObservableMap<Campo, FieldError> warnings() {
        return warnings;
    }

    /// Required fields that are still empty.
    public ObservableList<Campo> missing() {
        return missing;
    }

    /// Plans that can be sold.
    public ObservableList<Plan> plans() {
        return plans;
    }

    /// In whose place the sale may be registered.
    public ObservableList<Persona> agents() {
        return agents;
    }

    /// Where the form stands.
    public ReadOnlyObjectProperty<FormState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// A draft that a crash left.
    public ReadOnlyObjectProperty<@Nullable Borrador> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /// The held file that goes with the sale.
    public @Nullable String file() {
        return file;
    }

    /// Another held file, or none.
    void setFile(@Nullable String id) {
        file = id;
        dirty = true;
    }

    boolean isNew() {
        return original == null;
    }

    boolean isDirty() {
        return dirty;
    }

    @Nullable VentaDetalle original() {
        return original;
    }

    private @Nullable Long ventaId() {
        return original == null ? null : original.id();
    }
}
