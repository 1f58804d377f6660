package trastienda.server.identidad;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.shared.identidad.FilaImportada;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Imports people from CSV: a header row with `username`, `nombre`, `email`, `grupos` (several
/// separated by `|`) and `clave`, in any order; comma or semicolon. Without `clave` a temporary one
/// is made and told once.
final class UsuariosImport {
    /// Passwords are slow by design; more rows than this take too long for one request.
    static final int MOST_ROWS = 500;

    private final Database db;
    private final UsuariosRules rules;
    private final Passwords passwords;

    private record Row(int line, UsuarioCambio wanted, boolean made, List<FieldError> errors) {}

    UsuariosImport(Database db, UsuariosRules rules, Passwords passwords) {
        this.db = db;
        this.rules = rules;
        this.passwords = passwords;
    }

    List<FilaImportada> run(Actor actor, String csv, boolean onlyGood) {
        var rows = rows(csv);
        var wrong = rows.stream().anyMatch(row -> !row.errors.isEmpty());
        if (wrong && !onlyGood) {
            return rows.stream().map(row -> report(row, false)).toList();
        }
        var good = rows.stream().filter(row -> row.errors.isEmpty()).toList();
        var hashes = hashes(good);
        var taken = db.write(actor, tx -> insert(tx, good, hashes, onlyGood));
        return rows.stream()
                .map(
                        row -> {
                            var error = taken.get(row.line);
                            return error == null
                                    ? report(row, row.errors.isEmpty())
                                    : report(
                                            new Row(row.line, row.wanted, false, List.of(error)),
                                            false);
                        })
                .toList();
    }

    /// Inserts all of them or none: made passwords are told in the answer alone, so nobody may be
    /// there of whom no answer tells. With `onlyGood` a name that was taken meanwhile, which
    /// nothing was written for, keeps only its own row out.
    private Map<Integer, FieldError> insert(
            Tx tx, List<Row> good, Map<Integer, String> hashes, boolean onlyGood) {
        var taken = new LinkedHashMap<Integer, FieldError>();
        for (var row : good) {
            try {
                rules.insert(tx, row.wanted, hash(hashes, row), true);
            } catch (ProblemException refused) {
                if (!onlyGood) {
                    throw refused;
                }
                taken.put(row.line, refused.errors().getFirst());
            }
        }
        return taken;
    }

    private static String hash(Map<Integer, String> hashes, Row row) {
        return Objects.requireNonNull(hashes.get(row.line));
    }

    private Map<Integer, String> hashes(List<Row> rows) {
        var hashes = new LinkedHashMap<Integer, String>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            var running = new LinkedHashMap<Integer, Future<String>>();
            for (var row : rows) {
                var clave = Objects.requireNonNull(row.wanted.clave());
                running.put(row.line, workers.submit(() -> passwords.hash(clave)));
            }
            for (var each : running.entrySet()) {
                hashes.put(each.getKey(), each.getValue().get());
            }
            return hashes;
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.SOBRECARGA);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed", failed.getCause());
        }
    }

    private List<Row> rows(String csv) {
        var lines = Csv.parse(csv);
        if (lines.isEmpty()) {
            throw ProblemException.field(ProblemCode.DATOS_INVALIDOS, "csv", Regla.OBLIGATORIO);
        }
        if (lines.size() - 1 > MOST_ROWS) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, "csv", Regla.FUERA_DE_RANGO, 1, MOST_ROWS);
        }
        var header =
                lines.getFirst().values().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (!header.contains("username")) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, "username", Regla.OBLIGATORIO);
        }
        var known = new HashSet<String>();
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            rows.add(row(header, line, known));
        }
        return rows;
    }

    private Row row(List<String> header, Csv.Line line, Set<String> known) {
        var given = value(header, line, "clave");
        var made = given == null || given.isEmpty();
        var username = value(header, line, "username");
        var groups = value(header, line, "grupos");
        var wanted =
                new UsuarioCambio(
                        username,
                        value(header, line, "nombre"),
                        value(header, line, "email"),
                        true,
                        groups == null || groups.isEmpty()
                                ? List.of()
                                : Arrays.stream(groups.split("\\|")).map(String::strip).toList(),
                        made ? PasswordPolicy.temporary(UsuariosRules.text(username)) : given);
        var errors = new ArrayList<>(rules.check(wanted, true));
        var name = UsuariosRules.text(wanted.username()).toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && (!known.add(name) || rules.isTaken(name))) {
            errors.add(FieldError.of("username", Regla.USUARIO_REPETIDO));
        }
        return new Row(line.number(), wanted, made, errors);
    }

    private static @Nullable String value(List<String> header, Csv.Line line, String name) {
        var at = header.indexOf(name);
        return at < 0 || at >= line.values().size() ? null : line.values().get(at).strip();
    }

    private static FilaImportada report(Row row, boolean created) {
        return new FilaImportada(
                row.line,
                UsuariosRules.text(row.wanted.username()),
                created,
                row.errors,
                created && row.made ? row.wanted.clave() : null);
    }
}
