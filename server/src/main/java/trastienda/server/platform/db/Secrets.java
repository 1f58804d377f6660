package trastienda.server.platform.db;

import java.security.SecureRandom;

/// Random keys of this installation, in `trastienda.secretos`: made once, the same on every node.
public final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    /// The key of that name, made when it is asked for the first time.
    public static byte[] key(Database database, String name) {
        return database.alone(
                handle -> {
                    var fresh = new byte[BYTES];
                    new SecureRandom().nextBytes(fresh);
                    handle.createUpdate(
                                    """
                                    insert into trastienda.secretos (nombre, valor)
                                    values (:name, :fresh)
                                    on conflict (nombre) do nothing
                                    """)
                            .bind("name", name)
                            .bind("fresh", fresh)
                            .execute();
                    return handle.createQuery(
                                    "select valor from trastienda.secretos where nombre = :name")
                            .bind("name", name)
                            .mapTo(byte[].class)
                            .one();
                });
    }
}
