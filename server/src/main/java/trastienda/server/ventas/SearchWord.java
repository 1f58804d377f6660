package trastienda.server.ventas;

import java.util.List;

/// One word of a search.
sealed interface SearchWord {
    /// The search column contains any of these `like` patterns. `specific`: few sales will.
    record Text(List<String> patterns, boolean specific) implements SearchWord {
        public Text {
            patterns = List.copyOf(patterns);
        }
    }

    /// The sale's number starts with this.
    record Numero(String prefix) implements SearchWord {
        /// The first text after all that start so: a colon comes after the digits.
        String end() {
            return prefix + ":";
        }
    }
}
