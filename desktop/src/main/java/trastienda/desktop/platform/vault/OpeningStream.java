package trastienda.desktop.platform.vault;

import java.io.IOException;
import java.io.InputStream;

import javax.crypto.SecretKey;

/// Reads what a [SealingStream] wrote, frame by frame.
final class OpeningStream extends InputStream {
    private final SecretKey key;
    private final byte[] bound;
    private final InputStream in;
    private final byte[] prefix;
    private final byte[] sealed = new byte[SealingStream.FRAME + Gcm.TAG];
    private byte[] frame = new byte[0];
    private int position;
    private int number;
    private int ahead;
    private boolean ended;

    OpeningStream(SecretKey key, byte[] bound, InputStream in) throws IOException {
        this.key = key;
        this.bound = bound;
        this.in = in;
        this.prefix = in.readNBytes(SealingStream.PREFIX);
        if (prefix.length < SealingStream.PREFIX) {
            throw new IOException("the sealed file is cut short");
        }
        this.ahead = in.read();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == frame.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        var part = Math.min(length, frame.length - position);
        System.arraycopy(frame, position, bytes, offset, part);
        position += part;
        return part;
    }

    private void next() throws IOException {
        if (ahead < 0) {
            throw new IOException("the sealed file is cut short");
        }
        sealed[0] = (byte) ahead;
        var length = 1 + in.readNBytes(sealed, 1, sealed.length - 1);
        ahead = length == sealed.length ? in.read() : -1;
        ended = ahead < 0;
        frame =
                Gcm.open(key, SealingStream.nonce(prefix, number, ended), bound, sealed, length)
                        .orElseThrow(() -> new IOException("the sealed file was changed"));
        number++;
        position = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
