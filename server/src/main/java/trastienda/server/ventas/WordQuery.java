package trastienda.server.ventas;

import trastienda.shared.ventas.SearchQuery;
import trastienda.shared.ventas.SearchQuery.All;
import trastienda.shared.ventas.SearchQuery.Any;
import trastienda.shared.ventas.SearchQuery.Lexeme;

import java.util.List;
import java.util.stream.Collectors;

/// A typed text as a `tsquery` on what `trastienda.palabras` makes of a sale. Each lexeme is
/// quoted, so that nothing typed is syntax.
final class WordQuery {
    /// What no sale has.
    static final String NOTHING = "'@'";

    private WordQuery() {}

    /// The query.
    ///
    /// @param place what a word of letters is looked for behind: nothing, or a [Days#wordPlace]
    static String of(SearchQuery query, String place) {
        return query instanceof All(var parts) ? joined(parts, " & ", place) : part(query, place);
    }

    private static String part(SearchQuery query, String place) {
        return switch (query) {
            case Lexeme(var text, var beginning, var ofLetters) ->
                    lexeme(ofLetters ? place + text : text) + (beginning ? ":*" : "");
            case All(var parts) -> "(" + joined(parts, " & ", place) + ")";
            case Any(var parts) when parts.isEmpty() -> NOTHING;
            case Any(var parts) -> "(" + joined(parts, " | ", place) + ")";
        };
    }

    private static String joined(List<SearchQuery> parts, String sign, String place) {
        return parts.stream().map(part -> part(part, place)).collect(Collectors.joining(sign));
    }

    static String lexeme(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
