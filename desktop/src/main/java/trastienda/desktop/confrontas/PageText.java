package trastienda.desktop.confrontas;

import trastienda.desktop.platform.i18n.Letters;

import java.util.ArrayList;
import java.util.List;

/// A page's letters and digits in reading order, each with its place on the page. Case, accents,
/// spaces and signs are gone, so that `C. C. 52.814.337` and `52814337` are the same words.
///
/// @param page counted from 0
record PageText(int page, List<Glyph> glyphs) {
    PageText {
        glyphs = List.copyOf(glyphs);
    }

    /// One folded letter or digit.
    ///
    /// @param apart something other than a letter or digit stands before it
    record Glyph(char letter, boolean apart, Box box) {}

    /// A place on the page in points from its upper left corner.
    record Box(double x, double y, double width, double height) {
        private Box with(Box other) {
            var left = Math.min(x, other.x);
            var top = Math.min(y, other.y);
            return new Box(
                    left,
                    top,
                    Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }
    }

    /// Collects a page's glyphs in reading order.
    static final class Builder {
        private final List<Glyph> glyphs = new ArrayList<>();
        private boolean apart = true;

        /// What one printed character says, and where it stands.
        void add(String printed, Box box) {
            var folded = Letters.plain(printed);
            for (var at = 0; at < folded.length(); at++) {
                var letter = folded.charAt(at);
                if (Character.isLetterOrDigit(letter)) {
                    glyphs.add(new Glyph(letter, apart, box));
                    apart = false;
                } else {
                    apart = true;
                }
            }
        }

        /// A gap between words or lines.
        void gap() {
            apart = true;
        }

        PageText build(int page) {
            return new PageText(page, glyphs);
        }
    }

    /// Where the text stands as words of their own, line by line; empty when it does not.
    List<Box> find(String text) {
        var wanted = letters(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        for (var start = 0; start + wanted.length() <= glyphs.size(); start++) {
            if (stands(wanted, start)) {
                return lines(glyphs.subList(start, start + wanted.length()));
            }
        }
        return List.of();
    }

    private boolean stands(String wanted, int start) {
        var end = start + wanted.length();
        if (!glyphs.get(start).apart() || (end < glyphs.size() && !glyphs.get(end).apart())) {
            return false;
        }
        for (var at = 0; at < wanted.length(); at++) {
            if (glyphs.get(start + at).letter() != wanted.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private static List<Box> lines(List<Glyph> found) {
        var lines = new ArrayList<Box>();
        for (var glyph : found) {
            var box = glyph.box();
            var last = lines.isEmpty() ? null : lines.getLast();
            if (last != null
                    && box.x() >= last.x()
                    && Math.abs(box.y() - last.y()) < box.height()) {
                lines.set(lines.size() - 1, last.with(box));
            } else {
                lines.add(box);
            }
        }
        return lines;
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        Letters.plain(text)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
