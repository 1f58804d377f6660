package trastienda.server.platform.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.shared.hash.Sha256;

import java.io.ByteArrayInputStream;
import java.util.Base64;

/// Gives every JSON answer to a GET an ETag of its content, and answers 304 to those that hold it.
/// `private, max-age=0` lets a client keep it and ask again. Weak, because the same content also
/// travels compressed.
final class EntityTags {
    private EntityTags() {}

    static void apply(Context ctx) {
        var type = ctx.res().getContentType();
        if (!ctx.req().getMethod().equals("GET")
                || ctx.statusCode() != 200
                || type == null
                || !type.startsWith("application/json")
                || !(ctx.resultInputStream() instanceof ByteArrayInputStream content)) {
            return;
        }
        ctx.header("Cache-Control", "private, max-age=0");
        content.mark(0);
        var tag = tag(content.readAllBytes());
        content.reset();
        ctx.header("ETag", tag);
        if (matches(ctx.header("If-None-Match"), tag)) {
            ctx.status(304).result(new byte[0]);
        }
    }

    private static boolean matches(@Nullable String held, String tag) {
        if (held == null) {
            return false;
        }
        for (var one : held.split(",")) {
            var candidate = one.strip();
            if (candidate.equals("*")
                    || candidate.equals(tag)
                    || candidate.equals(tag.substring(2))) {
                return true;
            }
        }
        return false;
    }

    private static String tag(byte[] content) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(content));
        return "W/\"" + text.substring(0, 22) + "\"";
    }
}
