package trastienda.installers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.installers.BareJar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ProgramTest {
    @TempDir private Path root;

    private Program server;

    @BeforeEach
    void aBuiltServer() throws IOException {
        var lib = Files.createDirectories(root.resolve("server/target/lib"));
        Files.createFile(lib.resolve("needed-2.jar"));
        BareJar.naming(root.resolve("server/target/trastienda-server.jar"), "lib/needed-2.jar");
        server = Program.server(root);
        server.tidy();
    }

    @Test
    void makesACacheOfTheNotesOfARunThatEndedInGoodOrderAndUsesIt() throws IOException {
        Files.writeString(notes(), "notes");
        server.ended(143);
        assertThat(server.hasNotes()).isTrue();
        Files.writeString(written("-XX:AOTCache=", server.making()), "cache");
        server.settle(true);

        server.tidy();

        assertThat(server.hasNotes()).isFalse();
        assertThat(server.command(true))
                .anyMatch(word -> word.startsWith("-XX:AOTCache="))
                .noneMatch(word -> word.startsWith("-XX:AOTMode="));
    }

    @Test
    void forgetsTheNotesOfARunThatWasCutOffAndWhatItLeft() throws IOException {
        Files.writeString(notes(), "half");
        server.ended(137);
        assertThat(aot()).isEmptyDirectory();

        Files.writeString(notes(), "");
        server.ended(0);
        assertThat(aot()).isEmptyDirectory();

        Files.writeString(notes(), "of a launcher that was killed");
        Files.writeString(written("-XX:AOTCache=", server.making()), "half a cache");
        Files.createFile(aot().resolve("server-cb680b9f.aot.nuevo.config"));
        server.tidy();
        assertThat(aot()).isEmptyDirectory();
    }

    @Test
    void leavesNotesOnlyWhereTheyAreWanted() {
        assertThat(server.command(false)).noneMatch(word -> word.startsWith("-XX:AOT"));
    }

    @Test
    void runsWithoutTheLibrariesOfEarlierBuilds() throws IOException {
        var before = server.command(true);
        Files.createFile(root.resolve("server/target/lib/needed-1.jar"));

        assertThat(server.command(true)).isEqualTo(before);
        assertThat(String.join(" ", before)).contains("needed-2.jar");
    }

    @Test
    void leavesTheCachesToTheLauncherThatHasThem() throws IOException {
        var programs = List.of(server);
        try (var first = Caches.of(aot(), programs)) {
            assertThat(first.wantsNotes(server)).isTrue();
            Files.writeString(notes(), "being written");
            try (var second = Caches.of(aot(), programs)) {
                assertThat(second.wantsNotes(server)).isFalse();
                assertThat(notes()).exists();
            }
        }
    }

    @Test
    void waitsForAnEarlierDemoThatIsEndingAndSaysSoOnce() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var earlier = Turn.take(root.resolve(".trastienda/demo.lock")).orElseThrow();
            Files.writeString(root.resolve(".trastienda/demo.estado"), "closing 7");
            var code = new CompletableFuture<Integer>();
            Thread.startVirtualThread(() -> code.complete(run(taken.getLocalPort(), out)));
            while (!out.toString(StandardCharsets.UTF_8).contains("waiting")) {
                Thread.onSpinWait();
            }
            assertThat(code).isNotDone();
            earlier.close();
            assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("still ending");
        }
    }

    @Test
    void saysThatADemoIsOpenAlready() throws Exception {
        try (var earlier = Turn.take(root.resolve(".trastienda/demo.lock")).orElseThrow()) {
            Files.writeString(root.resolve(".trastienda/demo.estado"), "open 7");
            var out = new ByteArrayOutputStream();
            assertThat(run(7070, out)).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .contains("open already (process 7)");
            assertThat(earlier).isNotNull();
        }
    }

    @Test
    void saysInOneLineWhichPortIsTakenOrWrong() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThat(said(port)).hasSize(1).first().asString().contains("Port " + port);
        }
        assertThat(said("abc"))
                .containsExactly("TRASTIENDA_PORT: must be a port from 1 to 65535, not abc");
    }

    private List<String> said(String port) throws Exception {
        var out = new ByteArrayOutputStream();
        assertThat(run(port, out)).isEqualTo(1);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private int run(Object port, ByteArrayOutputStream out) {
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        try {
            return new DemoLauncher(root, Map.of("TRASTIENDA_PORT", port + ""), print, print).run();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Path aot() {
        return root.resolve(".trastienda/aot");
    }

    private Path notes() {
        return written("-XX:AOTConfiguration=", server.command(true));
    }

    private static Path written(String option, List<String> command) {
        return command.stream()
                .filter(word -> word.startsWith(option))
                .map(word -> Path.of(word.substring(option.length())))
                .findFirst()
                .orElseThrow();
    }
}
