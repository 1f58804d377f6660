package trastienda.desktop.confrontas;

import java.io.Serial;
import java.nio.file.Path;

/// What is wrong with a file that was handed in, and which one it was.
final class FileProblem extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String name;
    private final Exception problem;

    private FileProblem(String name, Exception problem) {
        super(problem);
        this.name = name;
        this.problem = problem;
    }

    /// A dropped folder is no file: what is said of it needs no file's name.
    static Exception of(Path file, Exception problem) {
        return problem instanceof DropProblem
                ? problem
                : new FileProblem(String.valueOf(file.getFileName()), problem);
    }

    /// The file's name, without its folder.
    String name() {
        return name;
    }

    Exception problem() {
        return problem;
    }
}
