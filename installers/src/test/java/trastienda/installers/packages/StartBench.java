package trastienda.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.db.EmbeddedServer;
import trastienda.server.platform.storage.EmbeddedS3;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The packaged server with a PostgreSQL and a store elsewhere, against a hello world on the same
/// runtime with the same flags and a cache of its own.
@Tag("bench")
final class StartBench {
    private static final int ROUNDS = 7;
    private static final int IDLE_SECONDS = 15;

    @TempDir Path folder;

    @Test
    void readyAlmostAsSoonAsAHelloWorldAndSmall() throws Exception {
        var home = new ServerPackage(Bench.build()).build();
        var hello = trainedHello(home);
        var starts = new ArrayList<Double>();
        var baseline = new ArrayList<Double>();
        try (var database = EmbeddedServer.start(db("datos"), db("programas"), false);
                var store = EmbeddedS3.start(folder.resolve("repositorio"))) {
            var variables = variables(database, store);
            start(server(home), "Trastienda ready ", variables, 0); // migrates
            double memory = 0;
            for (int round = 0; round < ROUNDS; round++) {
                baseline.add(start(hello, "ready ", Map.of(), 0).millis);
                var idle = round == ROUNDS - 1 ? IDLE_SECONDS : 0;
                var seen = start(server(home), "Trastienda ready ", variables, idle);
                starts.add(seen.millis);
                memory = seen.megabytes;
            }
            var ready = Bench.line("start", Bench.median(starts), Bench.median(baseline), 2);
            var small = Bench.line("start-idle-mb", memory, 200, 1);
            assertThat(ready).isLessThanOrEqualTo(2);
            assertThat(small).isLessThanOrEqualTo(1);
        }
    }

    private record Seen(double millis, double megabytes) {}

    private Path db(String name) {
        return folder.resolve("postgres").resolve(name);
    }

    private static List<String> server(Path home) {
        return ServerPackage.command(
                home, "-XX:AOTCache=" + home.resolve("lib/trastienda-server.aot"));
    }

    private Map<String, String> variables(EmbeddedServer database, EmbeddedS3 store) {
        return Map.of(
                "MALLOC_ARENA_MAX", "2",
                "TRASTIENDA_DATA", folder.resolve("servidor").toString(),
                "TRASTIENDA_PORT", "0",
                "DATABASE_URL", url(database.app()),
                "DATABASE_MIGRATION_URL", url(database.owner()),
                "MINIO_ENDPOINT", store.endpoint().toString(),
                "MINIO_ACCESS_KEY", store.accessKey(),
                "MINIO_SECRET_KEY", store.secretKey());
    }

    private static String url(DatabaseUrl url) {
        return "postgresql://"
                + url.user()
                + ":"
                + url.password().value()
                + "@"
                + url.hosts()
                + "/"
                + url.name();
    }

    /// A hello world with the libraries it needs, on the server's runtime.
    private List<String> trainedHello(Path home) throws IOException, InterruptedException {
        var jars = new ArrayList<Path>();
        jars.add(Bench.jar("hello.jar", List.of(HelloServer.class)));
        try (var files = Files.list(home.resolve("lib"))) {
            files.filter(StartBench::needed).sorted().forEach(jars::add);
        }
        var cache = folder.resolve("hello.aot");
        try (var child =
                        Child.start(
                                hello(home, jars, "-XX:AOTCacheOutput=" + cache),
                                Map.of(),
                                log("hello"));
                var http = HttpClient.newHttpClient()) {
            var port = child.says("ready ");
            http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
                    HttpResponse.BodyHandlers.ofString());
            child.end();
        }
        assertThat(cache).exists();
        return hello(home, jars, "-XX:AOTCache=" + cache);
    }

    private static boolean needed(Path jar) {
        return jar.getFileName()
                .toString()
                .matches("(javalin|jetty|kotlin|slf4j-api|jakarta|annotations).*\\.jar");
    }

    private static List<String> hello(Path home, List<Path> jars, String cache) {
        var command = new ArrayList<String>();
        command.add(home.resolve("runtime/bin/java").toString());
        command.add(cache);
        command.addAll(ServerPackage.FLAGS);
        command.add("-cp");
        command.add(
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(HelloServer.class.getName());
        return command;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private Seen start(List<String> command, String ready, Map<String, String> variables, int idle)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var child = Child.start(command, variables, log("start"))) {
            child.says(ready);
            var took = Bench.millisSince(began);
            TimeUnit.SECONDS.sleep(idle);
            var memory = resident(child.pid());
            child.end();
            return new Seen(took, memory);
        }
    }

    /// Resident memory in megabytes.
    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
