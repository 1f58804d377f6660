package trastienda.desktop.platform.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import javax.crypto.SecretKey;

/// Writes a file in sealed frames of [#FRAME] bytes, so that no file is ever whole in memory. The
/// nonce of a frame is the file's random 7 bytes, the frame's number, and 1 on the last one: a file
/// cut short, reordered or mixed with another does not open (the STREAM construction).
final class SealingStream extends OutputStream {
    static final int FRAME = 64 * 1024;
    static final int PREFIX = 7;

    private final SecretKey key;
    private final byte[] bound;
    private final OutputStream out;
    private final byte[] prefix = Gcm.random(PREFIX);
    private final byte[] frame = new byte[FRAME];
    private int filled;
    private int number;
    private boolean closed;

    SealingStream(SecretKey key, byte[] bound, OutputStream out) throws IOException {
        this.key = key;
        this.bound = bound;
        this.out = out;
        out.write(prefix);
    }

    static byte[] nonce(byte[] prefix, int number, boolean last) {
        return ByteBuffer.allocate(Gcm.NONCE)
                .put(prefix)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var offset = from;
        var left = length;
        while (left > 0) {
            if (filled == FRAME) {
                emit(false);
            }
            var part = Math.min(left, FRAME - filled);
            System.arraycopy(bytes, offset, frame, filled, part);
            filled += part;
            offset += part;
            left -= part;
        }
    }

    private void emit(boolean last) throws IOException {
        out.write(Gcm.seal(key, nonce(prefix, number, last), bound, frame, filled));
        number++;
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                emit(true);
                out.flush();
            }
        }
    }
}
