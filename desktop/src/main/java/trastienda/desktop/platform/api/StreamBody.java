package trastienda.desktop.platform.api;

import okhttp3.MediaType;
import okhttp3.RequestBody;

import okio.BufferedSink;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/// A raw body of known length, read while it is sent; never whole in memory.
public final class StreamBody extends RequestBody {
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    private static final int BLOCK = 64 * 1024;

    private final Source source;
    private final long size;

    StreamBody(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public @Nullable MediaType contentType() {
        return BYTES;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        var block = new byte[BLOCK];
        try (var in = source.open()) {
            int read;
            while ((read = in.read(block)) >= 0) {
                sink.write(block, 0, read);
            }
        }
    }

    /// The bytes, from the first one, each time it is asked.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
