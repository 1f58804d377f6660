package trastienda.server;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;
import trastienda.server.platform.http.PortTakenException;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/// The command line: `run` (also without a word) starts the server and stays until it is asked to
/// stop.
public final class Main {
    /// A setting is wrong, as sysexits.h has it.
    static final int EX_CONFIG = 78;

    /// The command line is wrong.
    static final int EX_USAGE = 64;

    private Main() {}

    /// Runs one sub-command and ends the process with its status.
    public static void main(String[] args) {
        var status = run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            return switch (args.length == 0 ? "run" : args[0]) {
                case "run" -> serve(out);
                default -> {
                    err.println("usage: trastienda-server [run]");
                    yield EX_USAGE;
                }
            };
        } catch (ConfigException wrong) {
            err.println(wrong.getMessage());
            return EX_CONFIG;
        } catch (PortTakenException taken) {
            err.println(taken.getMessage());
            return 1;
        }
    }

    private static int serve(PrintStream out) {
        var app = ServerApp.start(Config.from(System.getenv()));
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
