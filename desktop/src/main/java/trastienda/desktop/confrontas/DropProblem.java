package trastienda.desktop.confrontas;

import java.io.Serial;

/// What was dropped or pasted cannot be taken, before it is even looked at.
final class DropProblem extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final Kind kind;

    DropProblem(Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /// Why.
    enum Kind {
        /// More than one file.
        SEVERAL,
        /// A folder.
        FOLDER,
        /// A mail's attachment, which is not a file yet: it can be pasted or saved first.
        NOT_A_FILE,
        /// This person may not hand in a file of this sale now.
        NOT_ALLOWED
    }
}
