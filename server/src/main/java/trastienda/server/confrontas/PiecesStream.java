package trastienda.server.confrontas;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/// A part of a waiting file as a stream: one piece in memory at a time, and no connection held
/// between two of them.
final class PiecesStream extends InputStream {
    private final IntFunction<byte[]> pieces;
    private int number;
    private int at;
    private long left;
    private byte[] piece = new byte[0];
    private boolean begun;

    PiecesStream(IntFunction<byte[]> pieces, long offset, long length) {
        this.pieces = pieces;
        this.number = Math.toIntExact(offset / PendingChunks.SIZE);
        this.at = Math.toIntExact(offset % PendingChunks.SIZE);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (!begun || at == piece.length) {
            next();
        }
        var count = (int) Math.min(Math.min(length, left), piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        left -= count;
        return count;
    }

    private void next() throws IOException {
        if (begun) {
            at = 0;
        }
        begun = true;
        piece = pieces.apply(number++);
        if (at >= piece.length) {
            throw new EOFException("the file left the waiting room while it was read");
        }
    }
}
