package trastienda.server.confrontas;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.storage.ContentDisposition;
import trastienda.shared.http.Headers;

import java.io.IOException;

/// Sends a file: whole or a part of it, with an entity tag that is its checksum, never through
/// memory whole and never compressed.
final class FileRoutes {
    private FileRoutes() {}

    static void send(Context ctx, Downloads.Ready file) throws IOException {
        var content = file.content();
        var tag = "\"" + content.sha256() + "\"";
        ctx.header("ETag", tag);
        ctx.header("Accept-Ranges", "bytes");
        ctx.header("Cache-Control", "private, max-age=0");
        ctx.header(Headers.CONTENT_SHA256, content.sha256());
        if (holds(ctx.header("If-None-Match"), tag)) {
            ctx.status(304);
            return;
        }
        ctx.header("Content-Disposition", ContentDisposition.attachment(content.nombre()));
        ctx.contentType(content.contentType());
        var size = content.tamano();
        var range = ranged(ctx, tag) ? ByteRange.of(ctx.header("Range"), size) : none();
        if (range.isEmpty()) {
            body(ctx, file, new ByteRange(0, size));
        } else if (range.get().equals(ByteRange.UNSATISFIABLE)) {
            ctx.status(416).header("Content-Range", "bytes */" + size);
        } else {
            ctx.status(206).header("Content-Range", range.get().header(size));
            body(ctx, file, range.get());
        }
    }

    private static java.util.Optional<ByteRange> none() {
        return java.util.Optional.empty();
    }

    private static void body(Context ctx, Downloads.Ready file, ByteRange part) throws IOException {
        ctx.res().setContentLengthLong(part.length());
        if (ctx.req().getMethod().equals("HEAD")) {
            return;
        }
        try (var in = file.source().open(part.offset(), part.length())) {
            // past Javalin's own stream, which would compress
            in.transferTo(ctx.res().getOutputStream());
        }
    }

    /// A range of another version of the file is no use to the caller.
    private static boolean ranged(Context ctx, String tag) {
        var only = ctx.header("If-Range");
        return only == null || only.strip().equals(tag);
    }

    private static boolean holds(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        for (var one : header.split(",")) {
            var held = one.strip();
            if (held.equals("*") || held.equals(tag) || held.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
