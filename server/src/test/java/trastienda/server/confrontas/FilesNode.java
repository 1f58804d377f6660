package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.storage.StorageSettings;
import trastienda.server.testing.TestStore;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A [CrashNode] seen from outside: a server of files in a process of its own, on the database and
/// in the bucket of a [FilesServer].
record FilesNode(Process process, String url, FilesServer base) implements AutoCloseable {
    /// Starts one and waits until it listens.
    ///
    /// @param options for Java, and the node's own system properties
    static FilesNode start(FilesServer base, List<String> options) throws IOException {
        return start(base, TestStore.settings(), options);
    }

    /// The same with another way to the store.
    static FilesNode start(FilesServer base, StorageSettings settings, List<String> options)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dcf.store=" + settings.endpoint().orElseThrow(),
                        "-Dcf.access=" + settings.accessKey(),
                        "-Dcf.secret=" + settings.secretKey(),
                        "-Dcf.embedded=true",
                        "-Dcf.bucket=" + base.bucket,
                        "-Dcf.folder=" + base.folder,
                        CrashNode.class.getName()));
        var log = base.folder.resolve("node.log");
        var builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(base.env());
        var process = builder.start();
        return new FilesNode(process, url(process, log), base);
    }

    private static String url(Process node, Path log) throws IOException {
        var out = new BufferedReader(node.inputReader(StandardCharsets.UTF_8));
        @Nullable String line;
        while ((line = out.readLine()) != null) {
            if (line.startsWith("READY ")) {
                Thread.ofVirtual().start(() -> drain(out));
                return line.substring("READY ".length());
            }
        }
        throw new AssertionError("the node did not start, see " + log);
    }

    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
