package trastienda.installers.packages;

import trastienda.installers.Libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/// Where a build takes its parts from and where it puts them.
///
/// @param root the clone
/// @param target the folder the packages go to; `packages` below it is for work in progress
/// @param version what the packages are called by
/// @param time the modification time of every file, so that two builds are alike
record Build(Path root, Path target, String version, FileTime time) {
    /// A fresh folder for work in progress.
    Path fresh(String name) throws IOException {
        var folder = target.resolve("packages").resolve(name);
        Files.createDirectories(folder.getParent());
        Trees.delete(folder);
        return folder;
    }

    /// The jar of one of our modules.
    Path jar(String module) throws IOException {
        var jar = root.resolve(module + "/target/trastienda-" + module + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new IOException("not built yet: " + jar);
        }
        return jar;
    }

    /// Its libraries.
    List<Path> libraries(String module) throws IOException {
        return Libraries.of(jar(module));
    }

    /// Puts libraries into a package.
    static void carry(List<Path> jars, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var jar : jars) {
            var copy = folder.resolve(jar.getFileName());
            if (PackedJar.needed(jar)) {
                new PackedJar(jar, List.of()).copyTo(copy);
            } else {
                Files.copy(jar, copy);
            }
        }
    }
}
