package trastienda.server;

import trastienda.server.operacion.LogFiles;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;
import trastienda.server.platform.http.PortTakenException;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The command line: `run` (also without a word) starts the server and stays until it is asked to
/// stop; the others do one thing and end.
public final class Main {
    /// A setting is wrong, as sysexits.h has it.
    static final int EX_CONFIG = 78;

    /// The command line is wrong.
    static final int EX_USAGE = 64;

    private static final String USAGE =
            """
            usage: trastienda-server [run]
                   trastienda-server check
                   trastienda-server create-admin NAME     (password asked for, or one line on stdin)
                   trastienda-server migrate --plan\
            """;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /// Runs one sub-command and ends the process with its status.
    public static void main(String[] args) {
        // a server draws pictures (the demo's scans), but never on the screen of who started it
        System.setProperty("java.awt.headless", "true");
        var status = new Main(System.getenv(), System.out, System.err).run(List.of(args));
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(List<String> args) {
        try {
            var config = Config.from(environment);
            LogFiles.start(config.folders().logs());
            if (args.isEmpty() || args.equals(List.of("run"))) {
                return serve(config);
            }
            var commands = new Commands(config, out, err);
            if (args.equals(List.of("check"))) {
                return commands.check();
            }
            if (args.equals(List.of("migrate", "--plan"))) {
                return commands.plan();
            }
            if (args.size() == 2 && args.getFirst().equals("create-admin")) {
                return commands.createAdmin(args.get(1));
            }
            err.println(USAGE);
            return EX_USAGE;
        } catch (ConfigException wrong) {
            err.println(wrong.getMessage());
            return EX_CONFIG;
        } catch (PortTakenException taken) {
            err.println(taken.getMessage());
            return EX_CONFIG;
        }
    }

    /// What people download comes without the demo, its accounts and their password.
    private static void requireDemo() {
        if (Main.class.getResource("demo/DemoFeature.class") == null) {
            throw new ConfigException(
                    "TRASTIENDA_DEMO", "this package has no demo; the sources have: ./mvnw -Pdemo");
        }
    }

    private int serve(Config config) {
        if (config.demo()) {
            requireDemo();
        }
        var app = ServerApp.start(config);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(
                                        () -> {
                                            app.close();
                                            stopped.countDown();
                                        }));
        out.println("Trastienda ready " + app.url());
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException asked) {
            app.close();
        }
        return 0;
    }
}
