package trastienda.installers.demo;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Starts the demo: the server with its embedded database and store, then the desktop's window at
/// it. Ends both when the window closes, on Ctrl+C, or when whoever started it (Maven) is gone.
public final class DemoLauncher {
    private static final int MOST_PORT = 65_535;

    /// Writing a start-up cache takes a slow machine its time; the database is down before that.
    private static final int STOP_SECONDS = 120;

    private static final String READY = "Trastienda ready ";
    private static final Pattern JAVA_SAYS =
            Pattern.compile(
                    "^Picked up JAVA_|^(Temporary|Reading) AOTConfiguration|^AOTCache creation is"
                            + "|^Launching child process .*AOT|^Removed temporary AOT");

    private final Path root;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Process server;
    private @Nullable Process desktop;

    DemoLauncher(Path root, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.root = root;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /// `ROOT`: the folder of the clone.
    public static void main(String[] args) throws Exception {
        var launcher =
                new DemoLauncher(
                        Path.of(args[0]).toAbsolutePath().normalize(),
                        System.getenv(),
                        System.out,
                        System.err);
        ProcessHandle.current()
                .parent()
                .ifPresent(maven -> ParentWatch.endWith(Optional.of(maven)));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(launcher::stop));
        System.exit(launcher.run());
    }

    int run() throws IOException, InterruptedException {
        var named = environment.getOrDefault("TRASTIENDA_PORT", "7070").strip();
        var port = named.matches("[0-9]{1,5}") ? Integer.parseInt(named) : MOST_PORT + 1;
        if (port < 1 || port > MOST_PORT) {
            out.println("TRASTIENDA_PORT: must be a port from 1 to 65535, not " + named);
            return 1;
        }
        if (!free(port)) {
            out.println(
                    "Port "
                            + port
                            + " of 127.0.0.1 is taken: stop what listens there, or name another"
                            + " with TRASTIENDA_PORT.");
            return 1;
        }
        var serverProgram = Program.server(root);
        var desktopProgram = Program.desktop(root);
        serverProgram.tidyCaches();
        desktopProgram.tidyCaches();
        var training = serverProgram.trains() || desktopProgram.trains();

        var url = startServer(serverProgram, port);
        if (url == null) {
            out.println("The server did not start; what it said stands above.");
            return 1;
        }
        if (!hasDisplay()) {
            tellNoDisplay(url);
            return wait(server);
        }
        desktop =
                started(
                        desktopProgram,
                        Map.of(
                                "TRASTIENDA_SERVER_URL",
                                url,
                                "TRASTIENDA_DESKTOP_DATA",
                                root.resolve(".trastienda/escritorio").toString()));
        passOn(desktop.inputReader(), out);
        var code = wait(desktop);
        if (code != 0 && alive(server)) {
            out.println("The window could not open or ended badly (exit " + code + ").");
            tellNoDisplay(url);
            return wait(server);
        }
        if (training) {
            out.println("Saving what makes the next start fast …");
        }
        stop();
        return 0;
    }

    /// Starts the server and returns its address once it answers, or null when it ended.
    private @Nullable String startServer(Program program, int port) throws IOException {
        var process =
                started(
                        program,
                        Map.of(
                                "TRASTIENDA_DEMO",
                                "true",
                                "TRASTIENDA_HOST",
                                "127.0.0.1",
                                "TRASTIENDA_PORT",
                                Integer.toString(port),
                                "TRASTIENDA_DATA",
                                root.resolve(".trastienda").toString()));
        server = process;
        BufferedReader said = process.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            out.println(line);
            if (line.startsWith(READY)) {
                passOn(said, out);
                return line.substring(READY.length()).strip();
            }
        }
        return null;
    }

    private Process started(Program program, Map<String, String> variables) throws IOException {
        if (!program.built()) {
            throw new IOException("not built: " + program.jar());
        }
        var builder = new ProcessBuilder(program.command()).directory(root.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        passOn(process.errorReader(), err);
        return process;
    }

    /// Shows what a child says until it ends, but for what its own Java says of its options and of
    /// the cache it writes.
    private static void passOn(BufferedReader said, PrintStream to) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                for (var line = said.readLine();
                                        line != null;
                                        line = said.readLine()) {
                                    if (!JAVA_SAYS.matcher(line).find()) {
                                        to.println(line);
                                    }
                                }
                            } catch (IOException ended) {
                                to.flush(); // the child is gone; so is what it had to say
                            }
                        });
    }

    private boolean hasDisplay() {
        var linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux
                || environment.containsKey("DISPLAY")
                || environment.containsKey("WAYLAND_DISPLAY");
    }

    private void tellNoDisplay(String url) {
        out.println(
                "No display: the server goes on at "
                        + url
                        + " until Ctrl+C; a window gives: xvfb-run -a ./mvnw -Pdemo"
                        + " (packages xvfb libgtk-3-0)");
    }

    /// Ends the window, then the server, in good order; by force when they do not.
    void stop() {
        end(desktop);
        end(server);
    }

    private static void end(@Nullable Process process) {
        if (process == null) {
            return;
        }
        // not destroy(): that closes the pipes, and what it still has to write would be lost
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int wait(@Nullable Process process) throws InterruptedException {
        return process == null ? 0 : process.waitFor();
    }

    private static boolean alive(@Nullable Process process) {
        return process != null && process.isAlive();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
