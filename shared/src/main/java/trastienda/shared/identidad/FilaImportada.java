package trastienda.shared.identidad;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.FieldError;

import java.util.List;

/// One row of an import of users: its line, what became of it, and the rules it broke.
public record FilaImportada(
        int linea,
        String username,
        boolean creada,
        List<FieldError> errores,
        @Nullable String clave) {}
