package trastienda.installers.packages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Map;

/// Folders of a package as a whole.
final class Trees {
    private Trees() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Gives every file the same age. Done before a cache is trained: Java looks at the age of its
    /// jars before it believes the cache.
    static void age(Path folder, FileTime time) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, time);
                }
            }
        }
    }

    /// Packs a folder under its own name, in a fixed order, with the files' permissions and ages.
    static void zip(Path folder, Path zip) throws IOException {
        Files.deleteIfExists(zip);
        var parent = folder.resolveSibling("");
        var settings = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (var archive = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), settings);
                var files = Files.walk(folder)) {
            for (var file : files.sorted().toList()) {
                var entry = archive.getPath(parent.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectory(entry);
                } else {
                    Files.copy(file, entry);
                }
                // a new entry is as old as now in all three, and a zip keeps them
                var time = Files.getLastModifiedTime(file);
                Files.getFileAttributeView(entry, BasicFileAttributeView.class)
                        .setTimes(time, time, time);
                Files.setPosixFilePermissions(entry, Files.getPosixFilePermissions(file));
            }
        }
    }
}
