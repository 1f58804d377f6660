package trastienda.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class SurroundingsTest {
    @Test
    void aChildDoesNotSeeWhereTheBuildersDataAre() {
        var child = new ProcessBuilder("true");
        child.environment().put("DATABASE_URL", "postgresql://real");
        child.environment().put("MINIO_ENDPOINT", "real:9000");
        child.environment().put("PATH", "/usr/bin");
        Surroundings.only(child, Map.of("TRASTIENDA_PORT", "1"));
        assertThat(child.environment())
                .containsEntry("PATH", "/usr/bin")
                .containsEntry("TRASTIENDA_PORT", "1")
                .doesNotContainKeys("DATABASE_URL", "MINIO_ENDPOINT");
    }
}
