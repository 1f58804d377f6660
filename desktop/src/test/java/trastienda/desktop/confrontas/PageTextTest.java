package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PageTextTest {
    private static PageText page(String text) {
        var builder = new PageText.Builder();
        for (var at = 0; at < text.length(); at++) {
            builder.add(text.substring(at, at + 1), new PageText.Box(at * 5, 10, 5, 8));
        }
        return builder.build(0);
    }

    @Test
    void findsWordsWhateverTheirCaseAccentsAndSigns() {
        var page = page("Titular: MARÍA FERNANDA GÓMEZ, C. C. 52.814.337");
        assertThat(page.find("María Fernanda Gómez"))
                .containsExactly(new PageText.Box(9 * 5, 10, 20 * 5, 8));
        assertThat(page.find("52814337")).isNotEmpty();
        assertThat(page.find("maria fernanda gomez")).isNotEmpty();
    }

    @Test
    void doesNotTakeAPartOfANumberForTheNumber() {
        var page = page("Teléfono 301 985 2369, orden 2-8840259978");
        assertThat(page.find("3019852369")).isNotEmpty();
        assertThat(page.find("52369")).isEmpty();
        assertThat(page.find("8840")).isEmpty();
        assertThat(page.find("30198")).isEmpty();
    }

    @Test
    void findsNothingForNothing() {
        assertThat(page("algo").find(" . ")).isEmpty();
        assertThat(page("").find("algo")).isEmpty();
    }

    @Test
    void makesABoxForEachLine() {
        var builder = new PageText.Builder();
        builder.add("Ana", new PageText.Box(80, 10, 20, 8));
        builder.gap();
        builder.add("Paz", new PageText.Box(10, 30, 20, 8));
        assertThat(builder.build(0).find("Ana Paz"))
                .containsExactly(new PageText.Box(80, 10, 20, 8), new PageText.Box(10, 30, 20, 8));
    }
}
