package trastienda.shared.ventas;

import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Regla;

import java.util.ArrayList;
import java.util.List;

/// Errors and warnings as they are found.
final class Findings {
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> warnings = new ArrayList<>();

    void error(String campo, Regla regla, Object... parameters) {
        errors.add(FieldError.of(campo, regla, parameters));
    }

    void warning(String campo, Regla regla, Object... parameters) {
        warnings.add(FieldError.of(campo, regla, parameters));
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    List<FieldError> warnings() {
        return List.copyOf(warnings);
    }
}
