package trastienda.desktop.identidad;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.fx.Background;
import trastienda.shared.http.Page;
import trastienda.shared.identidad.Usuario;

import java.time.Duration;

/// The people that match what was typed, page after page.
final class UsuariosViewModel {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final UsuariosApi api;
    private final Background background;
    private final ObservableList<Usuario> rows = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty onlyActive = new SimpleBooleanProperty();
    private final LongProperty count = new SimpleLongProperty();
    private final BooleanProperty more = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<UsuariosState> state =
            new ReadOnlyObjectWrapper<>(new UsuariosState.Loading());
    private final ReadOnlyObjectWrapper<@Nullable ApiFailure> problem =
            new ReadOnlyObjectWrapper<>();
    private Background.Running running = () -> {};
    private Background.Running pausing = () -> {};
    private int page = 1;

    UsuariosViewModel(UsuariosApi api, Background background) {
        this.api = api;
        this.background = background;
        query.addListener(
                property -> {
                    pausing.cancel();
                    pausing = background.after(PAUSE, this::load);
                });
        onlyActive.addListener(property -> load());
    }

    /// Loads from the first page.
    void load() {
        page = 1;
        more.set(false);
        if (rows.isEmpty()) {
            state.set(new UsuariosState.Loading());
        }
        fetch();
    }

    /// Loads the page that follows.
    void loadMore() {
        if (more.get()) {
            // until its answer is here there is nothing more to ask for
            more.set(false);
            page++;
            fetch();
        }
    }

    private void fetch() {
        running.cancel();
        problem.set(null);
        var wanted = page;
        var text = query.get();
        var active = onlyActive.get() ? Boolean.TRUE : null;
        running =
                background.run(
                        () -> api.page(text, active, wanted),
                        answer -> show(answer, wanted),
                        cause -> failed(ApiFailure.of(cause), wanted));
    }

    /// What is on screen stays when only the page after it does not come.
    private void failed(ApiFailure failure, int wanted) {
        if (wanted == 1) {
            rows.clear();
            state.set(new UsuariosState.Failed(failure));
        } else {
            page = wanted - 1;
            more.set(true);
            problem.set(failure);
        }
    }

    private void show(Page<Usuario> answer, int wanted) {
        if (wanted == 1) {
            rows.setAll(answer.results());
        } else {
            rows.addAll(answer.results());
        }
        count.set(answer.count());
        more.set(answer.next() != null);
        state.set(rows.isEmpty() ? new UsuariosState.Empty() : new UsuariosState.Rows());
    }

    /// Puts a changed person in the row's place, or a new one first.
    void replace(Usuario person) {
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).id() == person.id()) {
                rows.set(at, person);
                return;
            }
        }
        rows.addFirst(person);
        count.set(count.get() + 1);
        state.set(new UsuariosState.Rows());
    }

    ObservableList<Usuario> rows() {
        return rows;
    }

    StringProperty queryProperty() {
        return query;
    }

    BooleanProperty onlyActiveProperty() {
        return onlyActive;
    }

    LongProperty countProperty() {
        return count;
    }

    BooleanProperty moreProperty() {
        return more;
    }

    /// Why the next page did not come.
    ReadOnlyObjectProperty<@Nullable ApiFailure> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<UsuariosState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
