package trastienda.desktop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/// Whole folders.
final class Folders {
    private Folders() {}

    /// Copies a folder that is in use. Says no, and leaves nothing, when a file went away
    /// meanwhile.
    static boolean copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            return true;
        } catch (NoSuchFileException gone) {
            Soon.holds("what was copied is gone", () -> delete(to));
            return false;
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof NoSuchFileException) {
                Soon.holds("what was copied is gone", () -> delete(to));
                return false;
            }
            throw failed;
        }
    }

    /// Removes a folder with all it holds. Says no when somebody wrote into it or removed some of
    /// it meanwhile.
    static boolean delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (DirectoryNotEmptyException more) {
            return false;
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof NoSuchFileException) {
                return false;
            }
            throw failed;
        }
    }
}
