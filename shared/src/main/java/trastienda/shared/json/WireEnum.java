package trastienda.shared.json;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;
import java.util.Optional;

/// An enum whose value on the wire and in the database is its lower-case name.
public interface WireEnum {
    /// The constant's name, as every enum has it.
    String name();

    /// The value on the wire: `PENDIENTE_REVISION` is `pendiente_revision`.
    @JsonValue
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The constant of that wire value, or empty for one this version does not know.
    static <E extends Enum<E> & WireEnum> Optional<E> of(Class<E> type, String wire) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wire().equals(wire)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
