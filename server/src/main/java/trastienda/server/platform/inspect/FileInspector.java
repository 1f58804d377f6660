package trastienda.server.platform.inspect;

import trastienda.shared.problem.Regla;

import java.nio.file.Path;

/// Looks into a file to say what it really is. Runs in a child process with limits of memory and
/// time.
public interface FileInspector {
    /// What was found.
    sealed interface Verdict {
        /// The file is what it says and opens. `extension` belongs to its content (`jpg`, `pdf`,
        /// …).
        record Accepted(String contentType, String extension) implements Verdict {}

        /// The file may not be kept. `found` is the media type met instead, or a word for the log;
        /// never a piece of the file, which may be anybody's data.
        record Refused(Regla regla, String found) implements Verdict {}
    }

    /// @param file the file on disk, complete
    /// @param extension what its name claims, lower case without a dot
    Verdict inspect(Path file, String extension);
}
