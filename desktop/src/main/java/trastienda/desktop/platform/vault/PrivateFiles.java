package trastienda.desktop.platform.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders and files that only their owner can read, written so that a power cut leaves the old or
/// the new one.
public final class PrivateFiles {
    private PrivateFiles() {}

    /// Makes a folder (and those above it) that only its owner can open.
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /// Makes an empty file that only its owner can read; one that is there is emptied.
    static Path file(Path file) throws IOException {
        Files.deleteIfExists(file);
        return posix(file)
                ? Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    /// Flushes a finished file to the disk and gives it its name, in one step.
    static void settle(Path written, Path name) throws IOException {
        flush(written);
        try {
            Files.move(written, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException odd) {
            Files.move(written, name, StandardCopyOption.REPLACE_EXISTING);
        }
        var folder = name.toAbsolutePath().getParent();
        if (folder != null && posix(folder)) {
            flush(folder);
        }
    }

    /// Deletes a folder with all that is in it; one that is not there is fine.
    public static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void flush(Path path) throws IOException {
        var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
