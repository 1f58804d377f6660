package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What is wrong with a form, noted in several places and told at once: what could not be read,
/// what its file is, and what the rules and the database say of the fields.
public final class Wrongs {
    private final List<FieldError> found = new ArrayList<>();
    private @Nullable ProblemException first;

    /// One more.
    public void add(FieldError error) {
        if (found.stream().noneMatch(known -> known.campo().equals(error.campo()))) {
            found.add(error);
        }
    }

    /// All that a refusal names.
    public void addAll(List<FieldError> errors) {
        var names = found.stream().map(FieldError::campo).toList();
        errors.stream().filter(error -> !names.contains(error.campo())).forEach(found::add);
    }

    /// All that a refusal names; it is repeated as it is when nothing else is wrong.
    public void add(ProblemException refused) {
        if (found.isEmpty()) {
            first = refused;
        }
        addAll(refused.errors());
    }

    /// Saves the form when nothing is wrong with it. Else it is tried all the same, to hear what
    /// more is wrong, and what it wrote is undone by the exception: call it inside the transaction.
    ///
    /// @throws ProblemException `DATOS_INVALIDOS` with every wrong field
    public <T> T with(Supplier<T> save) {
        try {
            var saved = save.get();
            if (found.isEmpty()) {
                return saved;
            }
        } catch (ProblemException more) {
            if (found.isEmpty() || isSaidFirst(more.code())) {
                throw more;
            }
            addAll(more.errors());
        }
        var alone = first;
        throw alone != null && alone.errors().size() == found.size()
                ? alone
                : ProblemException.of(ProblemCode.DATOS_INVALIDOS, List.copyOf(found));
    }

    /// What one may not see or do is said before what is wrong with the form.
    private static boolean isSaidFirst(ProblemCode code) {
        return code == ProblemCode.NO_ENCONTRADO || code == ProblemCode.SIN_PERMISO;
    }
}
