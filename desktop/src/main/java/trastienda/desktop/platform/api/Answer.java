package trastienda.desktop.platform.api;

import okhttp3.Response;

import trastienda.shared.http.Headers;

import java.io.IOException;
import java.io.OutputStream;

/// A successful answer while it is read.
record Answer(Response response) {
    private static final int BLOCK = 64 * 1024;

    byte[] bytes() throws IOException {
        return response.body().bytes();
    }

    Download copyTo(OutputStream sink) throws IOException {
        var body = response.body();
        var block = new byte[BLOCK];
        var moved = 0L;
        try (var in = body.byteStream()) {
            int read;
            while ((read = in.read(block)) >= 0) {
                write(sink, block, read);
                moved += read;
            }
        }
        var type = body.contentType();
        return new Download(
                moved,
                type == null ? null : type.toString(),
                response.header(Headers.CONTENT_SHA256));
    }

    private static void write(OutputStream sink, byte[] block, int length) throws SinkException {
        try {
            sink.write(block, 0, length);
        } catch (IOException ours) {
            throw new SinkException(ours);
        }
    }
}
