package trastienda.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.config.Secret;
import trastienda.server.testing.Await;
import trastienda.server.testing.ChildJava;
import trastienda.server.testing.TestDatabase;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

@Tag("process")
final class EmbeddedServerTest {
    @TempDir Path folder;

    @Test
    void isTakenOverWithAllItAcknowledgedAfterItsJvmWasKilled() throws Exception {
        var killed = acknowledgeUntilKilled();
        var postmaster = postmaster();

        try (var server = EmbeddedServer.start(folder, TestDatabase.binaries(), true)) {
            assertThat(postmaster()).as("the same server goes on").isEqualTo(postmaster);
            assertThat(kept(server)).isGreaterThanOrEqualTo(killed);
        }
        assertThat(folder.resolve("data/postmaster.pid")).as("it was stopped").doesNotExist();
        try (var again = EmbeddedServer.start(folder, TestDatabase.binaries(), true)) {
            assertThat(kept(again)).isGreaterThanOrEqualTo(killed);
        }
    }

    @Test
    @Tag("full")
    void recoversAllItAcknowledgedWhenEverythingWasKilled() throws Exception {
        var killed = acknowledgeUntilKilled();
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();

        try (var server = EmbeddedServer.start(folder, TestDatabase.binaries(), true)) {
            assertThat(kept(server)).isGreaterThanOrEqualTo(killed);
        }
    }

    @Test
    void flushesToDiskWantsAPasswordAndListensOnLoopbackAlone() throws Exception {
        try (var server = EmbeddedServer.start(folder, TestDatabase.binaries(), true)) {
            var jdbi = jdbi(server.superuser());
            assertThat(setting(jdbi, "fsync")).isEqualTo("on");
            assertThat(setting(jdbi, "full_page_writes")).isEqualTo("on");
            assertThat(setting(jdbi, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(jdbi, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(jdbi, "server_version")).startsWith("18");
            var methods =
                    jdbi.withHandle(
                            h ->
                                    h.createQuery(
                                                    "select distinct auth_method"
                                                            + " from pg_hba_file_rules")
                                            .mapTo(String.class)
                                            .list());
            assertThat(methods).containsExactly("scram-sha-256");

            var app = server.app();
            var guess =
                    new DatabaseUrl(
                            app.hosts(), app.name(), app.user(), new Secret("x"), app.options());
            assertThatThrownBy(() -> setting(jdbi(guess), "fsync"))
                    .satisfies(e -> assertThat(SqlProblems.state(e)).isEqualTo("28P01"));
            var credentials = folder.resolve("credenciales");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials)))
                    .isEqualTo("rw-------");

            assertThatThrownBy(() -> EmbeddedServer.start(folder, TestDatabase.binaries(), true))
                    .hasMessageStartingWith("TRASTIENDA_DATA: another Trastienda server works in");
        }
    }

    @Test
    void takesAnotherPortWhenSomethingElseSitsOnItsOwn() throws Exception {
        int port;
        try (var server = EmbeddedServer.start(folder, TestDatabase.binaries(), true)) {
            port = port(server);
        }
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var server = EmbeddedServer.start(folder, TestDatabase.binaries(), true)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(port(server)).isNotEqualTo(port);
            assertThat(setting(jdbi(server.app()), "port")).isEqualTo("" + port(server));
        }
    }

    /// Starts [Writer] in a JVM of its own and kills that with SIGKILL after some acknowledged
    /// commits; returns the last one that was acknowledged.
    private int acknowledgeUntilKilled() throws IOException, InterruptedException {
        var acknowledged = folder.resolveSibling(folder.getFileName() + ".ack");
        var process =
                ChildJava.of(
                                List.of("-Xmx128m"),
                                Writer.class,
                                folder.toString(),
                                acknowledged.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolveSibling("writer.log").toFile())
                        .start();
        try {
            Await.until("20 commits are acknowledged", () -> last(acknowledged).orElse(0) >= 20);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last(acknowledged).orElseThrow();
    }

    private static Optional<Integer> last(Path acknowledged) {
        try {
            var lines = Files.readString(acknowledged).lines().toList();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(lines.getLast()));
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
    }

    private static int kept(EmbeddedServer server) {
        return jdbi(server.owner())
                .withHandle(
                        h ->
                                h.createQuery("select coalesce(max(n), 0) from escrito")
                                        .mapTo(Integer.class)
                                        .one());
    }

    private static int port(EmbeddedServer server) {
        var hosts = server.app().hosts();
        return Integer.parseInt(hosts.substring(hosts.indexOf(':') + 1));
    }

    private static String setting(Jdbi jdbi, String name) {
        return jdbi.withHandle(
                h ->
                        h.createQuery("select current_setting(:name)")
                                .bind("name", name)
                                .mapTo(String.class)
                                .one());
    }

    private static Jdbi jdbi(DatabaseUrl url) {
        return Jdbi.create(url.jdbc(), url.user(), url.password().value());
    }
}
