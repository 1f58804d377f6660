package trastienda.server;

import org.jspecify.annotations.Nullable;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.identidad.HashCost;
import trastienda.server.identidad.IdentidadFeature;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.events.EventLog;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.text.SharedText;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The sub-commands that do one thing and end.
final class Commands {
    private final Config config;
    private final PrintStream out;
    private final PrintStream err;

    Commands(Config config, PrintStream out, PrintStream err) {
        this.config = config;
        this.out = out;
        this.err = err;
    }

    /// Reads every setting and reaches the database, without changing anything.
    int check() {
        try (var _ = lock()) {
            var pending = Databases.plan(config).size();
            out.println("settings are usable; migrations to run: " + pending);
            return 0;
        }
    }

    int plan() {
        try (var _ = lock()) {
            return print();
        }
    }

    private int print() {
        for (var step : Databases.plan(config)) {
            out.println(step.version() + " " + step.description() + " (" + step.script() + ")");
        }
        return 0;
    }

    /// Makes an administrator; the password never stands on the command line.
    int createAdmin(String name) {
        var password = password();
        if (password == null) {
            err.println("create-admin: no password given");
            return Main.EX_USAGE;
        }
        try (var _ = lock();
                var databases = Databases.open(config, AuditoriaFeature.sink(), new EventLog())) {
            var id =
                    new IdentidadFeature(databases.main(), Clock.systemUTC(), HashCost.STANDARD)
                            .createAdmin(name, password);
            out.println("administrator " + name + " created, id " + id);
            return 0;
        } catch (ProblemException refused) {
            for (var error : refused.errors()) {
                err.println(error.campo() + ": " + SharedText.of(Locale.ENGLISH, error));
            }
            return 1;
        }
    }

    /// The embedded database serves one process at a time.
    private DataLock lock() {
        return config.database().main().isEmpty()
                ? DataLock.take(config.folders().data())
                : DataLock.none();
    }

    private @Nullable String password() {
        // none where nobody sits at a terminal and Java comes without its line editor
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            var first = terminal.get().readPassword("Password: ");
            var second = terminal.get().readPassword("Again: ");
            if (first == null || !Arrays.equals(first, second)) {
                return null;
            }
            return new String(first);
        }
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
