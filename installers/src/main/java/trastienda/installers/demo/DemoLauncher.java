package trastienda.installers.demo;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Starts the demo: the server with its embedded database and store, then the desktop's window at
/// it. Ends both when the window closes, on Ctrl+C, or when whoever started it (Maven) is gone.
public final class DemoLauncher {
    private static final int MOST_PORT = 65_535;

    /// Writing a start-up cache takes a slow machine its time; the database is down before that.
    private static final int STOP_SECONDS = 120;

    /// How long a window that stands before its server waits for it.
    private static final int START_SECONDS = 60;

    private static final String READY = "Trastienda ready ";
    private static final Pattern JAVA_SAYS =
            Pattern.compile(
                    "^Picked up JAVA_|^ ?(Temporary |Reading )?AOTConfiguration|^AOTCache creation"
                            + " is|^Launching child process .*AOT|^Removed temporary AOT");

    private static final int LOOK_MILLIS = 100;
    private static final int CUT_OFF = -1;

    /// How the desktop ends where it cannot open a window, which it has said.
    private static final int NO_SCREEN = 69;

    private static final String STATE = "demo.estado";
    private static final String OPEN = "open";
    private static final String CLOSING = "closing";

    /// A program that runs. `notes`: its end takes some seconds, in which it writes them.
    private record Running(Program program, Process process, boolean notes) {}

    private final Path root;
    private final Path data;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Running server;
    private @Nullable Running desktop;
    private @Nullable Caches caches;
    private volatile boolean stopping;
    private volatile boolean served;

    DemoLauncher(Path root, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.root = root;
        this.data = root.resolve(".trastienda");
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
        var held = takeTurn();
        if (held == null) {
            return 1;
        }
        try (held) {
            if (!free(port)) {
                out.println(
                        "Port "
                                + port
                                + " of 127.0.0.1 is taken: stop what listens there, or name"
                                + " another with TRASTIENDA_PORT.");
                return 1;
            }
            var serverProgram = Program.server(root);
            var desktopProgram = Program.desktop(root);
            caches = Caches.of(data.resolve("aot"), List.of(serverProgram, desktopProgram));
            var code = session(serverProgram, desktopProgram, port);
            if (code != 0) {
                return code;
            }
        }
        saveCaches();
        return 0;
    }

    /// The server, and the window until it closes.
    private int session(Program serverProgram, Program desktopProgram, int port)
            throws IOException, InterruptedException {
        tell(OPEN);
        var running = startServer(serverProgram, port);
        // the first start has its data to load; later ones are over before the window stands
        if (hasDisplay() && serverProgram.hasCache()) {
            desktop = window(desktopProgram, port);
        }
        var url = ready(running);
        if (url == null) {
            end(desktop);
            if (!stopping) {
                out.println("The server did not start; what it said stands above.");
            }
            return 1;
        }
        if (!hasDisplay()) {
            tellNoDisplay(url);
            Thread.startVirtualThread(this::makeCaches);
            return wait(server);
        }
        if (desktop == null) {
            desktop = window(desktopProgram, port);
        }
        var code = wait(desktop);
        if (code != 0 && alive(server) && !stopping) {
            tell(OPEN);
            if (code == NO_SCREEN) {
                tellNoDisplay(url);
            } else {
                out.println(
                        "The window ended badly (exit "
                                + code
                                + "); the server goes on at "
                                + url
                                + " until Ctrl+C.");
            }
            return wait(server);
        }
        tell(CLOSING);
        var training = desktop.notes || (server != null && server.notes) || needCaches().pending();
        if (training && !stopping) {
            out.println("Saving what makes the next start fast …");
        }
        if (server != null) {
            server.process.toHandle().destroy();
            while (server.process.isAlive() && Turn.isTaken(serverLock())) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
        return 0;
    }

    private Running window(Program program, int port) throws IOException {
        var window =
                started(
                        program,
                        Map.of(
                                "TRASTIENDA_SERVER_URL",
                                "http://127.0.0.1:" + port,
                                "TRASTIENDA_SERVER_STARTING",
                                Integer.toString(START_SECONDS),
                                "TRASTIENDA_DESKTOP_DATA",
                                data.resolve("escritorio").toString()));
        passOn(window.process.inputReader(), out, () -> tell(CLOSING));
        return window;
    }

    /// Waits while an earlier demo of this folder is ending. Null when one is open, which is said.
    private @Nullable Turn takeTurn() throws IOException, InterruptedException {
        var said = false;
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2L * STOP_SECONDS);
        while (true) {
            var turn = Turn.take(data.resolve("demo.lock"));
            if (turn.isPresent() && !Turn.isTaken(serverLock())) {
                return turn.get();
            }
            if (turn.isPresent()) {
                turn.get().close();
            } else if (asked().startsWith(OPEN)) {
                out.println(
                        "The demo of this folder is open already (process"
                                + asked().substring(OPEN.length())
                                + "): use its window, or end it first.");
                return null;
            }
            if (System.nanoTime() > until) {
                out.println("An earlier demo of this folder does not end; end it first.");
                return null;
            }
            if (!said) {
                out.println("An earlier demo of this folder is still ending; waiting for it …");
                said = true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private Path serverLock() {
        return data.resolve("servidor.lock");
    }

    /// What the launcher that has its turn is at.
    private String asked() throws IOException {
        var state = data.resolve(STATE);
        return Files.exists(state) ? Files.readString(state).strip() : "";
    }

    private void tell(String state) {
        try {
            Files.writeString(data.resolve(STATE), state + " " + ProcessHandle.current().pid());
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private Caches needCaches() {
        return Objects.requireNonNull(caches);
    }

    /// Ends what still runs, each of which leaves its notes, and makes the caches of them. Another
    /// demo may be open by then.
    private void saveCaches() {
        end(desktop);
        end(server);
        makeCaches();
    }

    private void makeCaches() {
        try {
            needCaches().make();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private Running startServer(Program program, int port) throws IOException {
        var running =
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
                                data.toString()));
        server = running;
        return running;
    }

    /// The server's address once it answers, or null when it ended.
    private @Nullable String ready(Running running) throws IOException {
        BufferedReader said = running.process.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (!line.equals(ParentWatch.ENDS) && !JAVA_SAYS.matcher(line).find()) {
                out.println(line);
            }
            if (line.startsWith(READY)) {
                served = true;
                passOn(said, out, () -> {});
                return line.substring(READY.length()).strip();
            }
        }
        return null;
    }

    private Running started(Program program, Map<String, String> variables) throws IOException {
        if (!program.built()) {
            throw new IOException("not built: " + program.jar());
        }
        var notes = needCaches().wantsNotes(program);
        var builder = new ProcessBuilder(program.command(notes)).directory(root.toFile());
        builder.environment().putAll(variables);
        var process = builder.start();
        passOn(process.errorReader(), err, () -> {});
        return new Running(program, process, notes);
    }

    /// Shows what a child says until it ends, but for what its own Java says of its options and of
    /// the cache it writes.
    ///
    /// @param ends is run when the child says that it ends
    private static void passOn(BufferedReader said, PrintStream to, Runnable ends) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                for (var line = said.readLine();
                                        line != null;
                                        line = said.readLine()) {
                                    if (line.equals(ParentWatch.ENDS)) {
                                        ends.run();
                                    } else if (!JAVA_SAYS.matcher(line).find()) {
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

    /// Ends the window and the server, in good order, by force when they do not; and what makes the
    /// caches, at once.
    void stop() {
        stopping = true;
        ask(desktop);
        ask(server);
        end(desktop);
        end(server);
        try {
            if (caches != null) {
                caches.close();
            }
        } catch (IOException gone) {
            err.println(gone.getMessage());
        }
    }

    /// Not `Process.destroy`: that closes the pipes, and what it still has to write would be lost.
    private static void ask(@Nullable Running running) {
        if (running != null) {
            running.process.toHandle().destroy();
        }
    }

    private synchronized void end(@Nullable Running running) {
        if (running == null) {
            return;
        }
        ask(running);
        try {
            if (!running.process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.process.destroyForcibly().waitFor();
            }
            if (running.notes) {
                // a start that was cut off is no day's work to make a cache of
                running.program.ended(served ? running.process.exitValue() : CUT_OFF);
            }
        } catch (InterruptedException asked) {
            running.process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            err.println("No notes were kept: " + failed.getMessage());
        }
    }

    private static int wait(@Nullable Running running) throws InterruptedException {
        return running == null ? 0 : running.process.waitFor();
    }

    private static boolean alive(@Nullable Running running) {
        return running != null && running.process.isAlive();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
