package trastienda.server.platform.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.shared.http.Page;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Regla;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// DRF's envelope: `page` and `page_size` for old clients, `cursor` for ours. `next` and `previous`
/// are absolute and keep the caller's style and filters.
public final class Paging {
    /// What the caller asked for: rows per page, and a page number or a cursor. A caller that names
    /// neither is served by cursor.
    public record Asked(int size, @Nullable Integer page, @Nullable String cursor) {}

    private Paging() {}

    /// Reads `page`, `page_size` and `cursor`; errors go to the query's own.
    public static Asked asked(Query query) {
        var size = query.integer("page_size", 1, Page.MAX_SIZE);
        var page = query.integer("page", 1, Integer.MAX_VALUE / Page.MAX_SIZE);
        var cursor = query.text("cursor");
        if (cursor != null && page != null) {
            query.error(FieldError.of("cursor", Regla.CURSOR_INVALIDO));
        }
        return new Asked(size == null ? Page.DEFAULT_SIZE : size, page, cursor);
    }

    /// The envelope of a page by number.
    public static <T> Page<T> byPage(Context ctx, Asked asked, long count, List<T> rows) {
        var page = asked.page() == null ? 1 : asked.page();
        var more = (long) page * asked.size() < count;
        return new Page<>(
                count,
                more ? link(ctx, "page", String.valueOf(page + 1)) : null,
                page > 1 ? link(ctx, "page", String.valueOf(page - 1)) : null,
                rows);
    }

    /// The envelope of a page by cursor; null cursors where there is nothing that way.
    public static <T> Page<T> byCursor(
            Context ctx,
            long count,
            @Nullable String next,
            @Nullable String previous,
            List<T> rows) {
        return new Page<>(
                count,
                next == null ? null : link(ctx, "cursor", next),
                previous == null ? null : link(ctx, "cursor", previous),
                rows);
    }

    private static String link(Context ctx, String name, String value) {
        var values = Query.parse(ctx.queryString());
        values.put(name, value);
        return Requests.base(ctx)
                + ctx.path()
                + values.entrySet().stream()
                        .map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
