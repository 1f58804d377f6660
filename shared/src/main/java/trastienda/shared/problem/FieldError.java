package trastienda.shared.problem;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// One field and the rule it broke. `campo` is the field's wire name; `parametros` fill the rule's
/// text by position; `mensaje` is that text in the caller's language when a server wrote it.
public record FieldError(
        String campo, Regla regla, List<String> parametros, @Nullable String mensaje) {
    /// An error without text yet.
    public static FieldError of(String campo, Regla regla, Object... parametros) {
        return new FieldError(
                campo, regla, Arrays.stream(parametros).map(String::valueOf).toList(), null);
    }

    /// The same error with its text.
    public FieldError withMensaje(String text) {
        return new FieldError(campo, regla, parametros, text);
    }
}
