package trastienda.desktop.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// WCAG 2.2's 1.4.3 (AA): text stands out from its ground by 4.5 : 1, in both themes.
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final List<String> GROUNDS =
            List.of(
                    "-color-bg-default",
                    "-color-bg-subtle",
                    "-color-bg-overlay",
                    "-tr-nav",
                    "-tr-select",
                    "-tr-hover");
    private static final List<String> FAMILIES =
            List.of("blue", "green", "amber", "red", "orange", "violet", "teal", "gray");

    private record Pair(String ink, String ground) {}

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOutFromItsGround(String theme) throws IOException {
        var colours = colours(theme);
        var faint = new ArrayList<String>();
        for (var pair : pairs()) {
            var ratio = ratio(colour(colours, pair.ink), colour(colours, pair.ground));
            if (ratio < TEXT) {
                faint.add("%s on %s: %.2f".formatted(pair.ink, pair.ground, ratio));
            }
        }
        assertThat(faint).isEmpty();
    }

    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var ground : GROUNDS) {
            for (var ink : List.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg")) {
                pairs.add(new Pair(ink, ground));
            }
            for (var family : FAMILIES) {
                pairs.add(new Pair("-tr-" + family + "-fg", ground));
            }
        }
        for (var family : FAMILIES) {
            pairs.add(new Pair("-tr-" + family + "-fg", "-tr-" + family + "-bg"));
            pairs.add(new Pair("-color-fg-default", "-tr-" + family + "-bg"));
        }
        for (var solid : List.of("accent", "success", "danger")) {
            pairs.add(new Pair("-tr-on-emphasis", "-color-" + solid + "-emphasis"));
            pairs.add(new Pair("-tr-on-emphasis", "-tr-" + solid + "-hover"));
        }
        for (var ink : List.of("fg", "muted", "accent", "green")) {
            pairs.add(new Pair("-tr-inverse-" + ink, "-tr-inverse-bg"));
        }
        pairs.add(new Pair("-tr-brand-fg", "-tr-brand"));
        pairs.add(new Pair("-tr-brand-words", "-tr-brand"));
        pairs.add(new Pair("-color-fg-default", "-tr-button"));
        pairs.add(new Pair("-color-fg-muted", "-color-bg-inset"));
        return pairs;
    }

    private static int colour(Map<String, Integer> colours, String name) {
        var found = colours.get(name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        var sheet =
                Files.readString(
                        Path.of(
                                "src/main/resources/trastienda/desktop/platform/ui",
                                theme + ".css"));
        var found = Pattern.compile("(-[a-z0-9-]+): #([0-9a-f]{6});").matcher(sheet);
        var colours = new HashMap<String, Integer>();
        while (found.find()) {
            colours.put(found.group(1), Integer.parseInt(found.group(2), 16));
        }
        return colours;
    }

    private static double ratio(int one, int other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16)
                + 0.7152 * linear(colour >> 8)
                + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        var share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
