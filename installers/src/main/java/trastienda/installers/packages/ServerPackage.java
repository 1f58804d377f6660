package trastienda.installers.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The server as a folder to unpack anywhere: `bin/trastienda-server`, `lib/`, `runtime/`, the
/// runbook. Without the demo: no account comes with it.
final class ServerPackage {
    /// How it is run. The cache is of use only to a run with the collector it was trained with;
    /// young objects get room enough at the start not to grow old, which would stay in memory.
    static final List<String> FLAGS =
            Stream.concat(
                            Stream.of(
                                    "-XX:+UseSerialGC",
                                    "-Xms64m",
                                    "-XX:NewSize=32m",
                                    "-XX:MaxHeapFreeRatio=30",
                                    "-XX:MinHeapFreeRatio=10",
                                    "-Xmx512m",
                                    "-Xlog:disable",
                                    "-Xlog:all=error:stderr"),
                            JavaRuntime.BEST_COMPILER_LATER.stream())
                    .toList();

    private static final String NAME = "trastienda-server";

    private final Build build;

    ServerPackage(Build build) {
        this.build = build;
    }

    /// Makes the folder.
    Path build() throws IOException, InterruptedException {
        var home = build.fresh(NAME);
        var lib = Files.createDirectories(home.resolve("lib"));
        Build.carry(build.libraries("server"), lib);
        new PackedJar(build.jar("server"), List.of("trastienda/server/demo/"))
                .copyTo(lib.resolve(NAME + ".jar"));
        for (var file : List.of("LICENSE", "server/docs/runbook.md")) {
            var from = build.root().resolve(file);
            Files.copy(from, home.resolve(from.getFileName()));
        }
        script(Files.createDirectories(home.resolve("bin")).resolve(NAME));
        JavaRuntime.server(home.resolve("runtime"));
        Trees.age(home, build.time());
        train(home);
        Trees.age(home, build.time());
        return home;
    }

    /// Packs the folder.
    Path zip(Path home) throws IOException {
        var zip = build.target().resolve(NAME + ".zip");
        Trees.zip(home, zip);
        return zip;
    }

    /// The command that runs it as the script does.
    ///
    /// @param options among them the one that names the cache, to write or to use
    static List<String> command(Path home, String... options) {
        var command = new ArrayList<String>();
        command.add(home.resolve("runtime/bin/java").toString());
        command.addAll(List.of(options));
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", home.resolve("lib/" + NAME + ".jar").toString()));
        return command;
    }

    private static void script(Path file) throws IOException {
        try (InputStream template =
                Objects.requireNonNull(ServerPackage.class.getResourceAsStream(NAME))) {
            var text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(file, text.replace("{{flags}}", String.join(" ", FLAGS)));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// A day's work in short, on an empty database and store: what it loads is in the cache.
    private void train(Path home) throws IOException, InterruptedException {
        var data = build.fresh("server-training");
        var variables =
                Map.of(
                        "TRASTIENDA_DATA", data.toString(),
                        "TRASTIENDA_PORT", "0",
                        "MALLOC_ARENA_MAX", "2");
        var admin = ServerTraining.Admin.fresh();
        var make = new ArrayList<>(command(home, "-Xshare:auto"));
        make.addAll(List.of("create-admin", admin.name()));
        Tools.run(make, variables, admin.password() + "\n");

        var cache = home.resolve("lib/" + NAME + ".aot");
        var log = data.resolveSibling("server-training.log");
        try (var server =
                Child.start(
                        command(home, JavaRuntime.TRAINED, "-XX:AOTCacheOutput=" + cache),
                        variables,
                        log)) {
            ServerTraining.run(server.says("Trastienda ready "), admin);
            server.end();
        }
        if (!Files.isRegularFile(cache)) {
            throw new IOException("no start-up cache was written; see " + log);
        }
        Trees.delete(data);
    }
}
