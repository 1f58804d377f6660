package trastienda.desktop.testing;

import org.jdbi.v3.core.Jdbi;

import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.db.EmbeddedServer;
import trastienda.shared.identidad.Grupo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server in a process of its own with many sales, for benchmarks: what is measured in this
/// process is the desktop alone. There is a folder for each number of sales, which is kept, for
/// making a million takes minutes.
public final class BigOffice implements AutoCloseable {
    private static final String READY = "Trastienda ready ";
    private static final int FIRST = 240;
    private static final String NICE = "10";

    private final Path folder;
    private final EmbeddedServer postgres;
    private final Process server;
    private final String url;

    private BigOffice(Path folder, EmbeddedServer postgres, Process server, String url) {
        this.folder = folder;
        this.postgres = postgres;
        this.server = server;
        this.url = url;
    }

    /// Starts it with that many sales.
    public static BigOffice open(int rows) {
        var folder = Path.of("target", "bench-oficina-" + rows).toAbsolutePath();
        var postgres =
                EmbeddedServer.start(
                        folder.resolve("postgres"), folder.resolve("programas"), false);
        try {
            withoutHelpers(postgres.app());
            var server = start(folder, postgres);
            var office = new BigOffice(folder, postgres, server, url(folder, server));
            office.furnish(rows);
            office.giveWay();
            return office;
        } catch (IOException failed) {
            postgres.close();
            throw new UncheckedIOException(failed);
        }
    }

    private static Process start(Path folder, EmbeddedServer postgres) throws IOException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "trastienda.server.Main");
        var environment = builder.environment();
        environment.put("TRASTIENDA_PORT", "0");
        environment.put("TRASTIENDA_DATA", folder.resolve("servidor").toString());
        environment.put("DATABASE_URL", Office.text(postgres.app()));
        environment.put("DATABASE_MIGRATION_URL", Office.text(postgres.owner()));
        return builder.redirectError(folder.resolve("servidor.log").toFile()).start();
    }

    /// In life it runs on another machine: here its work, and PostgreSQL's, waits for the desktop's
    /// when both want a processor. Each of PostgreSQL's processes is a session of its own, and
    /// Linux shares the processors out between sessions before it looks at who is nice in them.
    private void giveWay() throws IOException {
        var command = new ArrayList<>(List.of("renice", "-n", NICE, "-p"));
        var processes =
                ProcessHandle.allProcesses()
                        .filter(each -> each.equals(server.toHandle()) || isPostgres(each))
                        .toList();
        processes.forEach(each -> command.add(String.valueOf(each.pid())));
        var done = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(done.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (done.onExit().join().exitValue() != 0) {
            System.out.println("The server does not give way to the desktop: " + said);
        }
        for (var process : processes) {
            var session = Path.of("/proc/" + process.pid() + "/autogroup");
            if (isPostgres(process) && Files.exists(session)) {
                Files.writeString(session, NICE);
            }
        }
    }

    /// A helper that PostgreSQL starts for one question would not give way.
    private static void withoutHelpers(DatabaseUrl app) {
        Jdbi.create(app.jdbc(), app.user(), app.password().value())
                .useHandle(
                        handle ->
                                handle.execute(
                                        "alter role current_user"
                                                + " set max_parallel_workers_per_gather = 0"));
    }

    private boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").startsWith(folder.toString());
    }

    private static String url(Path folder, Process server) throws IOException {
        var out = server.inputReader();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(read -> {}));
                return line.substring(READY.length());
            }
        }
        throw new IOException("the server did not start, see " + folder.resolve("servidor.log"));
    }

    private void furnish(int rows) {
        var owner = postgres.owner();
        var jdbi = Jdbi.create(owner.jdbc(), owner.user(), owner.password().value());
        var people = new People(jdbi);
        var sales = new Sales(jdbi);
        if (sales.count() == 0) {
            people.add("ycardenas", "Yesid Cárdenas", Grupo.ASESOR);
            people.add("lmoreno", "Luisa Moreno", Grupo.ASESOR);
            people.add("admin", "Andrés Salazar", Grupo.ADMINISTRADOR);
            sales.plans();
            sales.many(FIRST, people.id("ycardenas"), people.id("lmoreno"));
        }
        if (sales.count() < rows) {
            sales.multiply(rows);
        }
    }

    /// Where the server listens.
    public String url() {
        return url;
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
        postgres.close();
    }
}
