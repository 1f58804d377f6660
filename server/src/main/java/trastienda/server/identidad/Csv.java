package trastienda.server.identidad;

import java.util.ArrayList;
import java.util.List;

/// Reads CSV as RFC 4180 has it, with comma or semicolon: whichever the first line holds more of.
/// Empty lines are left out; a byte order mark is skipped.
final class Csv {
    /// A line of the file, counted from 1, and its values.
    record Line(int number, List<String> values) {}

    private Csv() {}

    static List<Line> parse(String text) {
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var first = content.lines().findFirst().orElse("");
        var separator = count(first, ';') > count(first, ',') ? ';' : ',';
        var lines = new ArrayList<Line>();
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        var quoted = false;
        var number = 1;
        var started = 1;
        for (int i = 0; i < content.length(); i++) {
            var c = content.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < content.length() && content.charAt(i + 1) == '"') {
                    value.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    number += c == '\n' ? 1 : 0;
                    value.append(c);
                }
            } else if (c == '"' && value.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                values.add(value.toString());
                value.setLength(0);
            } else if (c == '\n') {
                end(lines, values, value, started);
                values = new ArrayList<>();
                started = ++number;
            } else if (c != '\r') {
                value.append(c);
            }
        }
        end(lines, values, value, started);
        return lines;
    }

    private static void end(
            List<Line> lines, List<String> values, StringBuilder value, int number) {
        values.add(value.toString());
        value.setLength(0);
        if (values.size() > 1 || !values.getFirst().isBlank()) {
            lines.add(new Line(number, values));
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
