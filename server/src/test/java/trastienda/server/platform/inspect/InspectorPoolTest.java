package trastienda.server.platform.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// What the pool does when a child hangs, dies, or has done enough.
final class InspectorPoolTest {
    @TempDir Path folder;

    @Test
    void givesUpAFileThatTakesTooLongAndGoesOn() throws IOException {
        try (var inspector = pool(Duration.ofMillis(1_500), 100, 1)) {
            assertThat(inspect(inspector, "png"))
                    .isEqualTo(new Refused(Regla.ARCHIVO_NO_SE_PUDO_REVISAR, "time"));
            assertThat(inspect(inspector, "pdf")).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void callsAFileThatFillsTheMemoryABombAndGoesOn() throws IOException {
        try (var inspector = pool(Duration.ofSeconds(20), 100, 1)) {
            assertThat(inspect(inspector, "docx"))
                    .isEqualTo(new Refused(Regla.ARCHIVO_BOMBA, "memory"));
            assertThat(inspect(inspector, "pdf")).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void survivesAChildThatCrashes() throws IOException {
        try (var inspector = pool(Duration.ofSeconds(20), 100, 1)) {
            assertThat(inspect(inspector, "jpg"))
                    .isEqualTo(new Refused(Regla.ARCHIVO_NO_SE_PUDO_REVISAR, "exit 9"));
            assertThat(inspect(inspector, "pdf")).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void replacesAChildAfterItsShareOfFiles() throws IOException {
        try (var inspector = pool(Duration.ofSeconds(20), 2, 1)) {
            inspect(inspector, "pdf");
            var first = inspector.pids();
            inspect(inspector, "pdf");
            inspect(inspector, "pdf");
            assertThat(first).hasSize(1);
            assertThat(inspector.pids()).hasSize(1).isNotEqualTo(first);
        }
    }

    @Test
    void neverRunsMoreChildrenThanItMay() throws Exception {
        try (var inspector = pool(Duration.ofSeconds(20), 100, 2);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work =
                    IntStream.range(0, 20)
                            .<Callable<Verdict>>mapToObj(i -> () -> inspect(inspector, "pdf"))
                            .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isInstanceOf(Accepted.class);
            }
            assertThat(inspector.pids()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void endsItsChildrenWhenItCloses() throws Exception {
        var inspector = pool(Duration.ofSeconds(20), 100, 1);
        inspect(inspector, "pdf");
        var child = ProcessHandle.of(inspector.pids().iterator().next()).orElseThrow();

        inspector.close();

        child.onExit().get();
        assertThat(child.isAlive()).isFalse();
    }

    private static ProcessInspector pool(Duration time, int files, int processes) {
        return new ProcessInspector(
                new InspectionLimits(time, 32, files, processes, Duration.ofMinutes(5)),
                Clock.systemUTC(),
                BadChild.class);
    }

    private Verdict inspect(ProcessInspector inspector, String extension) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "f", ""), "x");
        return inspector.inspect(file, extension);
    }
}
