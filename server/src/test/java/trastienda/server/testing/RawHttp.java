package trastienda.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Sends bytes that no HTTP client would send, and returns what comes back.
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;
    private final URI server;

    /// @param url where the server listens
    public RawHttp(String url) {
        server = URI.create(url);
    }

    /// Sends the text and reads until the server closes, or its whole announced body is there.
    public String send(String text) {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return answer(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The answer that comes on an open connection.
    public static String answer(Socket socket) throws IOException {
        var all = new StringBuilder();
        var in = socket.getInputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            all.append((char) read);
            if (isWhole(all.toString())) {
                break;
            }
        }
        return new String(
                all.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        var length = answer.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length: ");
        if (end < 0 || length < 0 || length > end) {
            return false;
        }
        var from = length + "\r\ncontent-length: ".length();
        var announced = Integer.parseInt(answer.substring(from, answer.indexOf("\r\n", from)));
        return answer.length() >= end + 4 + announced;
    }
}
