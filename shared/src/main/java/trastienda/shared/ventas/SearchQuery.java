package trastienda.shared.ventas;

import java.util.List;
import java.util.NavigableSet;

/// What [SearchWords] makes of a typed text: which lexemes of [SaleWords] a sale must have. The
/// server asks its index; a client asks the sales it hears of.
public sealed interface SearchQuery {
    /// Whether a sale of these lexemes is found.
    boolean finds(NavigableSet<String> lexemes);

    /// One lexeme.
    ///
    /// @param beginning whether it need only begin so
    /// @param ofLetters whether it is a word of letters, which the server may look for among the
    ///   sales of certain days alone
    record Lexeme(String text, boolean beginning, boolean ofLetters) implements SearchQuery {
        @Override
        public boolean finds(NavigableSet<String> lexemes) {
            var next = lexemes.ceiling(text);
            return next != null && (beginning ? next.startsWith(text) : next.equals(text));
        }
    }

    /// All of them.
    record All(List<SearchQuery> parts) implements SearchQuery {
        @Override
        public boolean finds(NavigableSet<String> lexemes) {
            return parts.stream().allMatch(part -> part.finds(lexemes));
        }
    }

    /// One of them at least: no sale when there are none.
    record Any(List<SearchQuery> parts) implements SearchQuery {
        @Override
        public boolean finds(NavigableSet<String> lexemes) {
            return parts.stream().anyMatch(part -> part.finds(lexemes));
        }
    }
}
