package trastienda.server.platform.db;

import org.jdbi.v3.core.Jdbi;

import trastienda.server.testing.TestDatabase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Commits rows and writes down each that was acknowledged, until it is killed.
final class Writer {
    private Writer() {}

    /// @param args the server's folder, and the file of acknowledged numbers
    public static void main(String[] args) throws Exception {
        var server = EmbeddedServer.start(Path.of(args[0]), TestDatabase.binaries(), true);
        var owner = server.owner();
        var jdbi = Jdbi.create(owner.jdbc(), owner.user(), owner.password().value());
        try (var handle = jdbi.open();
                var acknowledged =
                        Files.newBufferedWriter(
                                Path.of(args[1]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)) {
            handle.execute("create table escrito (n int primary key)");
            for (int n = 1; ; n++) {
                handle.execute("insert into escrito values (?)", n);
                acknowledged.write(n + "\n");
                acknowledged.flush();
            }
        }
    }
}
