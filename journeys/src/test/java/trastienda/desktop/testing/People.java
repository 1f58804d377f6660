package trastienda.desktop.testing;

import org.jdbi.v3.core.Jdbi;

import trastienda.shared.identidad.Grupo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// The people of the [Office], all with [#PASSWORD].
public final class People {
    /// Everyone's password.
    public static final String PASSWORD = "Clave-de-prueba-1";

    private static final int ROUNDS = 1000;
    private static final String HASH = hash();

    private final Jdbi jdbi;

    People(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Adds an enabled person; returns the id.
    public long add(String username, String nombre, Grupo... grupos) {
        var name = nombre.split(" ", 2);
        return jdbi.inTransaction(
                handle -> {
                    long id =
                            handle.createQuery(
                                            """
                                            insert into auth_user (password, is_superuser,
                                                username, first_name, last_name, email, is_staff,
                                                is_active, date_joined)
                                            values (:hash, false, :username, :first, :last,
                                                :username || '@example.com', false, true, now())
                                            returning id
                                            """)
                                    .bind("hash", HASH)
                                    .bind("username", username)
                                    .bind("first", name[0])
                                    .bind("last", name.length > 1 ? name[1] : "")
                                    .mapTo(Long.class)
                                    .one();
                    for (var grupo : grupos) {
                        handle.execute(
                                """
                                insert into auth_user_groups (user_id, group_id)
                                select ?, id from auth_group where lower(name) = lower(?)
                                """,
                                id,
                                grupo.nombre());
                    }
                    return id;
                });
    }

    /// The id of a person.
    public long id(String username) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select id from auth_user where username = :name")
                                .bind("name", username)
                                .mapTo(Long.class)
                                .one());
    }

    /// A hash as Django writes it, with few rounds; the first sign-in hashes it anew.
    private static String hash() {
        try {
            var spec =
                    new PBEKeySpec(
                            PASSWORD.toCharArray(),
                            "sal".getBytes(StandardCharsets.UTF_8),
                            ROUNDS,
                            256);
            var bytes =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return "pbkdf2_sha256$%d$sal$%s"
                    .formatted(ROUNDS, Base64.getEncoder().encodeToString(bytes));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
