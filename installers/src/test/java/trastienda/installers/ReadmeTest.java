package trastienda.installers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PATH =
            Pattern.compile(
                    "[`(]((?:shared|server|desktop|installers|\\.ci)/[\\w./-]+|pom\\.xml|CHANGELOG\\.md)[`)]");

    @Test
    void everyPathOnTheMapExists() throws IOException {
        var paths = PATH.matcher(readme()).results().map(found -> found.group(1)).toList();

        assertThat(paths).hasSizeGreaterThan(20);
        assertThat(paths).allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void everyFeatureIsOnTheMap() throws IOException {
        var readme = readme();
        try (var files = Files.walk(ROOT.resolve("server/src/main/java"))) {
            var features =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Feature.java"))
                            .map(name -> name.replace(".java", ""))
                            .toList();
            assertThat(features).hasSizeGreaterThan(4);
            assertThat(features).allSatisfy(feature -> assertThat(readme).contains(feature));
        }
    }

    @Test
    void itsTwoCommandsStandOnLinesOfTheirOwn() throws IOException {
        assertThat(readme().lines()).contains("./mvnw -Pdemo", "./mvnw verify");
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
