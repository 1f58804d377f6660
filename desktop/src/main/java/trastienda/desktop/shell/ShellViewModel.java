package trastienda.desktop.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.fx.Navigator;
import trastienda.desktop.platform.fx.Screen;
import trastienda.desktop.platform.place.Place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which places the person may open, and which one is open.
final class ShellViewModel implements Navigator {
    private final List<Place> places;
    private final Map<String, Screen> screens = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> current = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty collapsed = new SimpleBooleanProperty();

    ShellViewModel(List<Place> all, Session session) {
        this.places = all.stream().filter(place -> session.may(place.permission())).toList();
    }

    List<Place> places() {
        return places;
    }

    /// Shows the navigation with or without its words.
    void toggleCollapsed() {
        collapsed.set(!collapsed.get());
    }

    @Override
    public void open(String id) {
        places.stream().filter(place -> place.id().equals(id)).findFirst().ifPresent(this::go);
    }

    @Override
    public void open(String id, String target) {
        places.stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .ifPresent(
                        place -> {
                            go(place);
                            if (place.equals(current.get())) {
                                place.go(screen(place), target);
                            }
                        });
    }

    private void go(Place next) {
        var now = current.get();
        if (next.equals(now)) {
            return;
        }
        if (now != null) {
            var leaving = screen(now);
            if (!leaving.mayLeave(() -> change(next))) {
                return;
            }
        }
        change(next);
    }

    private void change(Place next) {
        var now = current.get();
        if (now != null) {
            screen(now).hidden();
        }
        current.set(next);
        screen(next).shown();
    }

    /// A place's screen, made at its first opening.
    Screen screen(Place place) {
        return screens.computeIfAbsent(place.id(), id -> place.open());
    }

    /// The person goes: whatever is open is hidden.
    void close() {
        var now = current.get();
        if (now != null) {
            screen(now).hidden();
            current.set(null);
        }
    }

    ReadOnlyObjectProperty<@Nullable Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    BooleanProperty collapsedProperty() {
        return collapsed;
    }
}
