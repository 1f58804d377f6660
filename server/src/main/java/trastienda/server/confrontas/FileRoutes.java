package trastienda.server.confrontas;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.storage.ContentDisposition;
import trastienda.shared.http.Headers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

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
        var size = content.tamano();
        var range =
                ranged(ctx, tag)
                        ? ByteRange.of(ctx.header("Range"), size)
                        : Optional.<ByteRange>empty();
        if (range.isPresent() && range.get().equals(ByteRange.UNSATISFIABLE)) {
            ctx.status(416).header("Content-Range", "bytes */" + size);
            return;
        }
        var part = range.orElseGet(() -> new ByteRange(0, size));
        try (var in = opened(ctx, file, part)) {
            range.ifPresent(it -> ctx.status(206).header("Content-Range", it.header(size)));
            ctx.header("Content-Disposition", ContentDisposition.attachment(content.nombre()));
            ctx.contentType(content.contentType());
            ctx.res().setContentLengthLong(part.length());
            // past Javalin's own stream, which would compress
            in.transferTo(ctx.res().getOutputStream());
        }
    }

    /// The bytes, of which the first were seen: where they are not to be had, that is answered
    /// before anything is said of the file.
    private static InputStream opened(Context ctx, Downloads.Ready file, ByteRange part)
            throws IOException {
        if (ctx.req().getMethod().equals("HEAD")) {
            return InputStream.nullInputStream();
        }
        var in = new BufferedInputStream(file.source().open(part.offset(), part.length()));
        try {
            in.mark(1);
            if (in.read() >= 0) {
                in.reset();
            }
            return in;
        } catch (IOException | RuntimeException away) {
            in.close();
            throw away;
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
