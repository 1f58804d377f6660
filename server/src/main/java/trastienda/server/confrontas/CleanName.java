package trastienda.server.confrontas;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file's own name, made fit to be shown and saved anywhere: no folders, no control or direction
/// marks, nothing Windows refuses, at most [#MAX_LENGTH] characters. It is only ever shown: object
/// keys and temporary files never contain it.
record CleanName(String base, String extension) {
    /// The longest name kept, in characters, extension and dot included.
    static final int MAX_LENGTH = 200;

    private static final int JOINER = 0x200D;
    private static final String REFUSED_BY_WINDOWS = "<>:\"|?*";

    /// Names that are devices there, whatever follows their first dot.
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\\s*(\\..*)?",
                    Pattern.CASE_INSENSITIVE);

    /// @param sent the name as the client sent it
    /// @param fallback what a name with nothing left is called
    static CleanName of(String sent, String fallback) {
        var normal = Normalizer.normalize(sent, Normalizer.Form.NFC);
        var name = withoutMarks(lastSegment(normal)).strip();
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        var base = trimmed(dot < 0 ? name : name.substring(0, dot));
        var kept = DEVICE.matcher(base).matches() ? "_" + base : base;
        return new CleanName(kept.isEmpty() ? fallback : kept, extension);
    }

    /// The name under the extension its content has; `jpeg` stays `jpeg`.
    String as(String realExtension) {
        var same =
                extension.equals(realExtension)
                        || (extension.equals("jpeg") && realExtension.equals("jpg"));
        var suffix = "." + (same ? extension : realExtension);
        return cut(base, MAX_LENGTH - suffix.length()) + suffix;
    }

    private static String lastSegment(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String withoutMarks(String name) {
        var kept = new StringBuilder(name.length());
        var before = 0;
        for (var point : name.codePoints().toArray()) {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                if (before != ' ') {
                    kept.append(' ');
                }
                before = ' ';
            } else if (isShown(point, before)) {
                kept.appendCodePoint(REFUSED_BY_WINDOWS.indexOf(point) >= 0 ? '_' : point);
                before = point;
            }
        }
        return kept.toString();
    }

    /// Letters, signs and emoji are shown; a joiner only inside an emoji.
    private static boolean isShown(int point, int before) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            case Character.FORMAT ->
                    point == JOINER && (Character.isEmoji(before) || before == 0xFE0F);
            default -> true;
        };
    }

    private static String trimmed(String base) {
        var from = 0;
        var to = base.length();
        while (from < to && isEdge(base.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(base.charAt(to - 1))) {
            to--;
        }
        return base.substring(from, to);
    }

    private static boolean isEdge(char character) {
        return character == '.' || character == ' ';
    }

    private static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        var end = text.offsetByCodePoints(0, most);
        while (end > 0 && text.codePointBefore(end) == JOINER) {
            end--;
        }
        return text.substring(0, end).strip();
    }
}
