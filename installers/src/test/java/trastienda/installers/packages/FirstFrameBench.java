package trastienda.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The packaged desktop's first frame, with its cache, against that of a bare JavaFX window on the
/// JDK; and, without a bar, when the sign-in's form is there. On the display where there is one,
/// else without.
@Tag("bench")
final class FirstFrameBench {
    private static final int ROUNDS = 7;

    @TempDir Path folder;

    @Test
    void almostAsSoonAsABareWindow() throws Exception {
        var build = Bench.build();
        var image = new DesktopPackage(build).build();
        var probe = Bench.jar("probe.jar", List.of(FrameProbe.class, BareWindow.class)).toString();
        var ours = desktop(image, probe);
        var bare = bare(build, probe);
        var starts = new ArrayList<Double>();
        var forms = new ArrayList<Double>();
        var baseline = new ArrayList<Double>();
        try (var server = StandIn.start(build.version())) {
            var variables =
                    Map.of(
                            "TRASTIENDA_SERVER_URL", server.url(),
                            "TRASTIENDA_DESKTOP_DATA", folder.resolve("datos").toString());
            until("frame", bare, variables);
            until("form", ours, variables);
            for (int round = 0; round < ROUNDS; round++) {
                baseline.add(until("frame", bare, variables));
                starts.add(until("frame", ours, variables));
                forms.add(until("form", ours, variables));
            }
        }
        System.out.printf(Locale.ROOT, "the sign-in's form after %.1f ms%n", Bench.median(forms));
        var ratio = Bench.line("first-frame", Bench.median(starts), Bench.median(baseline), 1.15);
        assertThat(ratio).isLessThanOrEqualTo(1.15);
    }

    private static List<String> display() {
        return System.getenv("DISPLAY") == null
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                : List.of();
    }

    private static List<String> desktop(Path image, String probe) throws IOException {
        var command =
                new ArrayList<>(
                        DesktopPackage.command(
                                image, "-XX:AOTCache=" + DesktopPackage.cache(image), display()));
        var main = command.removeLast();
        var path = command.removeLast();
        command.addAll(
                List.of(path + File.pathSeparator + probe, FrameProbe.class.getName(), main));
        return command;
    }

    private static List<String> bare(Build build, String probe) throws IOException {
        var javafx =
                build.libraries("desktop").stream()
                        .map(Path::toString)
                        .filter(jar -> jar.matches(".*/javafx-[^/]*-linux\\.jar"))
                        .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-p", javafx, "--add-modules", "javafx.controls,javafx.fxml"));
        command.addAll(DesktopPackage.FLAGS);
        command.addAll(display());
        command.addAll(List.of("-cp", probe, FrameProbe.class.getName()));
        return command;
    }

    private double until(String said, List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var child = Child.start(command, variables, folder.resolve("frame.log"))) {
            child.says(said);
            var took = Bench.millisSince(began);
            child.end();
            return took;
        }
    }
}
