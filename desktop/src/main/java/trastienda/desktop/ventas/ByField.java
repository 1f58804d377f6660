package trastienda.desktop.ventas;

import javafx.collections.ObservableMap;

import trastienda.shared.problem.FieldError;

import java.util.List;
import java.util.Map;

/// Broken rules by the field of the form they speak of; the first of a field counts.
final class ByField {
    private ByField() {}

    static void put(Map<Campo, FieldError> into, List<FieldError> errors) {
        for (var error : errors) {
            Campo.of(error.campo()).ifPresent(campo -> into.putIfAbsent(campo, error));
        }
    }

    /// Changes only what differs, so that nothing on screen is drawn again in vain.
    static void sync(ObservableMap<Campo, FieldError> shown, Map<Campo, FieldError> found) {
        shown.keySet().retainAll(found.keySet());
        found.forEach(
                (campo, error) -> {
                    if (!error.equals(shown.get(campo))) {
                        shown.put(campo, error);
                    }
                });
    }
}
