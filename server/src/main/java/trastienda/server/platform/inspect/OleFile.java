package trastienda.server.platform.inspect;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The directory of an OLE2 compound file ([MS-CFB]) and the start of its streams: enough to say
/// what such a file holds and whether all of a stream is there.
final class OleFile implements Closeable {
    private static final long MAGIC = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int DIFAT_IN_HEADER = 109;
    private static final int END_OF_CHAIN = 0xFFFFFFFE;
    private static final int FREE = 0xFFFFFFFF;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    private record Entry(int type, int start, long size) {}

    private final FileChannel channel;
    private final int sectorSize;
    private final int miniCutoff;
    private final int firstMiniFat;
    private final int[] fat;
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Entry> streams = new ArrayList<>();

    private OleFile(FileChannel channel) throws IOException {
        this.channel = channel;
        var header = read(0, HEADER);
        if (header.getLong(0) != MAGIC) {
            throw new IOException("not an OLE2 file");
        }
        var shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new IOException("sector size 2^" + shift);
        }
        this.sectorSize = 1 << shift;
        this.miniCutoff = header.getInt(56);
        this.firstMiniFat = header.getInt(60);
        this.fat = fat(header);
        readDirectory(header.getInt(48));
    }

    static OleFile open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new OleFile(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Whether a stream of that name is anywhere in the file.
    boolean has(String name) {
        var entry = entries.get(name);
        return entry != null && entry.type == STREAM && entry.size > 0;
    }

    /// Makes sure that every stream is in the file to its end.
    ///
    /// @throws IOException when the file was cut
    void requireWhole() throws IOException {
        var small = false;
        for (var stream : streams) {
            if (stream.size >= miniCutoff) {
                requireWhole(stream);
            } else {
                small |= stream.size > 0;
            }
        }
        if (small) {
            requireWhole(container());
        }
    }

    /// What small streams lie in.
    private Entry container() throws IOException {
        var root = entries.get("Root Entry");
        if (root == null || root.type != ROOT || firstMiniFat == END_OF_CHAIN) {
            throw new EOFException("no room for small streams");
        }
        return root;
    }

    /// The first bytes of a stream, after making sure that all of it is in the file.
    ByteBuffer read(String name, int length) throws IOException {
        var entry = entries.get(name);
        if (entry == null || entry.size < length) {
            throw new EOFException(name);
        }
        if (entry.size < miniCutoff) {
            return readSmall(entry, length);
        }
        requireWhole(entry);
        return read(offset(entry.start), length);
    }

    private ByteBuffer readSmall(Entry entry, int length) throws IOException {
        var root = container();
        requireWhole(root);
        var position = entry.start * 64L;
        var sector = root.start;
        for (var skip = position / sectorSize; skip > 0; skip--) {
            sector = next(sector);
        }
        return read(offset(sector) + position % sectorSize, length);
    }

    private void requireWhole(Entry entry) throws IOException {
        var seen = new BitSet();
        var sector = entry.start;
        for (var left = entry.size; left > 0; left -= sectorSize) {
            if (seen.get(sectorIndex(sector))) {
                throw new IOException("a chain of sectors runs in a circle");
            }
            seen.set(sector);
            if (offset(sector) + Math.min(left, sectorSize) > channel.size()) {
                throw new EOFException("sector " + sector);
            }
            sector = left > sectorSize ? next(sector) : sector;
        }
    }

    private void readDirectory(int first) throws IOException {
        var seen = new BitSet();
        for (var sector = first; sector != END_OF_CHAIN; sector = next(sector)) {
            if (seen.get(sectorIndex(sector))) {
                throw new IOException("the directory runs in a circle");
            }
            seen.set(sector);
            var block = read(offset(sector), sectorSize);
            for (var at = 0; at < sectorSize; at += ENTRY) {
                readEntry(block, at);
            }
        }
    }

    private void readEntry(ByteBuffer block, int at) {
        var nameBytes = block.getShort(at + 64) - 2;
        var type = block.get(at + 66);
        if (nameBytes <= 0 || nameBytes > 62 || type == 0) {
            return;
        }
        var name = new byte[nameBytes];
        block.get(at, name);
        var entry = new Entry(type, block.getInt(at + 116), block.getInt(at + 120) & 0xffffffffL);
        entries.putIfAbsent(new String(name, StandardCharsets.UTF_16LE), entry);
        if (type == STREAM) {
            streams.add(entry);
        }
    }

    private int[] fat(ByteBuffer header) throws IOException {
        var sectors = (int) Math.max(0, (channel.size() - HEADER + sectorSize - 1) / sectorSize);
        var table = new int[sectors];
        Arrays.fill(table, FREE);
        var perSector = sectorSize / 4;
        var filled = 0;
        for (var i = 0; i < DIFAT_IN_HEADER && filled < sectors; i++, filled += perSector) {
            var at = header.getInt(76 + 4 * i);
            if (at == FREE) {
                return table;
            }
            copy(at, table, filled);
        }
        var next = header.getInt(68);
        for (var hops = 0; next != END_OF_CHAIN && next != FREE; hops++) {
            if (hops > sectors) {
                throw new IOException("the allocation table runs in a circle");
            }
            var block = read(offset(next), sectorSize);
            for (var i = 0; i < perSector - 1 && filled < sectors; i++, filled += perSector) {
                var at = block.getInt(4 * i);
                if (at == FREE) {
                    return table;
                }
                copy(at, table, filled);
            }
            next = block.getInt(4 * (perSector - 1));
        }
        return table;
    }

    private void copy(int sector, int[] table, int from) throws IOException {
        read(offset(sector), sectorSize)
                .asIntBuffer()
                .get(table, from, Math.min(sectorSize / 4, table.length - from));
    }

    private int next(int sector) throws IOException {
        return fat[sectorIndex(sector)];
    }

    private int sectorIndex(int sector) throws IOException {
        if (sector < 0 || sector >= fat.length) {
            throw new EOFException("sector " + sector);
        }
        return sector;
    }

    private long offset(int sector) throws IOException {
        if (sector < 0) {
            throw new EOFException("sector " + sector);
        }
        return (sector + 1L) * sectorSize;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("at " + position);
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
