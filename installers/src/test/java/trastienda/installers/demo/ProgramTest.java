package trastienda.installers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ProgramTest {
    @TempDir private Path root;

    private Program server;

    @BeforeEach
    void aBuiltServer() throws IOException {
        Files.createDirectories(root.resolve("server/target/lib"));
        Files.writeString(root.resolve("server/target/trastienda-server.jar"), "jar");
        server = Program.server(root);
        server.tidyCaches();
    }

    @Test
    void usesTheCacheThatTheLastRunFinished() throws IOException {
        Files.writeString(written(), "whole");

        server.tidyCaches();

        assertThat(server.trains()).isFalse();
        assertThat(server.command()).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    }

    @Test
    void makesACacheAgainWhenTheLastRunWasCutOff() throws IOException {
        Files.writeString(written(), "half");
        Files.writeString(Path.of(written() + ".config"), "notes");

        server.tidyCaches();

        assertThat(server.trains()).isTrue();
        assertThat(root.resolve(".trastienda/aot")).isEmptyDirectory();
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

    private java.util.List<String> said(String port) throws Exception {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var code = new DemoLauncher(root, Map.of("TRASTIENDA_PORT", port), print, print).run();
        assertThat(code).isEqualTo(1);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path written() {
        return server.command().stream()
                .filter(word -> word.startsWith("-XX:AOTCacheOutput="))
                .map(word -> Path.of(word.substring(word.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
