package trastienda.desktop.platform.transfer;

import trastienda.desktop.platform.vault.VaultFolder;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.hash.Sha256;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.UUID;

/// Sealed copies of the files on their way: the stick may be pulled and the mail closed at once.
final class Spool {
    private final VaultFolder folder;

    Spool(VaultFolder folder) {
        this.folder = folder;
    }

    VaultFolder folder() {
        return folder;
    }

    /// Copies a file while hashing it. A file that changes meanwhile is refused.
    Held copy(Path file) throws IOException {
        var name = file.getFileName() == null ? "" : file.getFileName().toString();
        var before = stamp(file);
        LocalCheck.nameAndSize(name, before.size());
        try (var in = Files.newInputStream(file)) {
            var held = copy(name, in);
            if (held.size() != before.size() || !stamp(file).equals(before)) {
                folder.delete(held.id());
                throw ProblemException.field(
                        ProblemCode.ARCHIVO_INVALIDO, LocalCheck.FIELD, Regla.ARCHIVO_CAMBIO);
            }
            return held;
        }
    }

    /// Copies bytes that have no file: a pasted picture.
    Held copy(String name, InputStream in) throws IOException {
        var id = UUID.randomUUID().toString();
        var digest = Sha256.digest();
        var size = 0L;
        try (var draft = folder.create(id)) {
            var buffer = new byte[64 * 1024];
            var length = in.readNBytes(buffer, 0, LocalCheck.HEAD);
            LocalCheck.nameAndSize(name, length);
            LocalCheck.content(buffer, length);
            while (length > 0) {
                size += length;
                LocalCheck.nameAndSize(name, Math.min(size, ArchivoLimits.MAX_BYTES + 1));
                digest.update(buffer, 0, length);
                draft.out().write(buffer, 0, length);
                length = Math.max(0, in.read(buffer));
            }
            draft.finish();
        }
        return new Held(id, name, size, Sha256.hex(digest));
    }

    InputStream open(String id) throws IOException {
        return folder.open(id);
    }

    void delete(String id) {
        try {
            folder.delete(id);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }

    private record Stamp(long size, FileTime modified) {}
}
