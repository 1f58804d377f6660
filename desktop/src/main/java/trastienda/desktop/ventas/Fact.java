package trastienda.desktop.ventas;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/// One line of a sale's data.
///
/// @param key its name in the bundles
/// @param reveal shows it in clear; null where it is not masked or not this person's to see
record Fact(String key, ObservableValue<String> value, @Nullable Runnable reveal) {
    static Fact of(String key, ObservableValue<String> value) {
        return new Fact(key, value, null);
    }

    static Fact of(String key, String value) {
        return of(key, new ReadOnlyStringWrapper(value));
    }

    static Fact masked(String key, String value, Runnable reveal) {
        return new Fact(key, new ReadOnlyStringWrapper(value), reveal);
    }
}
