package trastienda.desktop.platform.transfer;

import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What can be said of a file before a byte of it travels: its extension, its size, and whether it
/// begins as one of the accepted types does. The server looks closer.
public final class LocalCheck {
    /// The field every message is about.
    public static final String FIELD = "confronta";

    /// As many first bytes as [#content] wants to see.
    static final int HEAD = 1024;

    private static final int[][] SIGNATURES = {
        {0xff, 0xd8, 0xff},
        {0x89, 'P', 'N', 'G'},
        {0xd0, 0xcf, 0x11, 0xe0},
        {'P', 'K', 3, 4},
    };

    private LocalCheck() {}

    /// @throws ProblemException with the rule that is broken
    public static void nameAndSize(String name, long size) {
        if (ArchivoLimits.typeOf(name).isEmpty()) {
            throw refuse(ProblemCode.ARCHIVO_INVALIDO, Regla.ARCHIVO_EXTENSION);
        }
        if (size == 0) {
            throw refuse(ProblemCode.ARCHIVO_INVALIDO, Regla.ARCHIVO_VACIO);
        }
        if (size > ArchivoLimits.MAX_BYTES) {
            throw refuse(
                    ProblemCode.DEMASIADO_GRANDE, Regla.ARCHIVO_GRANDE, ArchivoLimits.MAX_BYTES);
        }
    }

    /// @throws ProblemException when the first bytes belong to no accepted type
    static void content(byte[] head, int length) {
        for (var signature : SIGNATURES) {
            if (startsWith(head, length, signature)) {
                return;
            }
        }
        if (!new String(head, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            throw refuse(
                    ProblemCode.ARCHIVO_INVALIDO,
                    Regla.ARCHIVO_NO_ES_LO_QUE_DICE,
                    kind(head, length));
        }
    }

    private static String kind(byte[] head, int length) {
        if (startsWith(head, length, new int[] {'M', 'Z'})
                || startsWith(head, length, new int[] {0x7f, 'E', 'L', 'F'})) {
            return "application/x-executable";
        }
        var text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        return text.strip().toLowerCase(Locale.ROOT).startsWith("<")
                ? "text/html"
                : "application/octet-stream";
    }

    private static boolean startsWith(byte[] head, int length, int[] signature) {
        if (length < signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if ((head[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException refuse(ProblemCode code, Regla regla, Object... parameters) {
        return ProblemException.field(code, FIELD, regla, parameters);
    }
}
