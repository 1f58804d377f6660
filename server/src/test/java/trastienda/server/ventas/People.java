package trastienda.server.ventas;

import org.jdbi.v3.core.Jdbi;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Permiso;

import java.util.EnumSet;

/// People for tests, without signing in.
final class People {
    private People() {}

    static long add(Jdbi jdbi, String username) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        insert into auth_user (password, is_superuser, username,
                                            first_name, last_name, email, is_staff, is_active,
                                            date_joined)
                                        values ('!', false, :username, initcap(:username), 'Prueba',
                                            '', false, true, now())
                                        returning id
                                        """)
                                .bind("username", username)
                                .mapTo(Long.class)
                                .one());
    }

    static Principal.User as(long id, Grupo... grupos) {
        var all = EnumSet.noneOf(Permiso.class);
        for (var grupo : grupos) {
            all.addAll(grupo.permisos());
        }
        return new Principal.User(id, "persona" + id, "Persona " + id, all, false, 1);
    }

    static Actor actor(long id, Grupo... grupos) {
        return new Actor(as(id, grupos), "127.0.0.1", "prueba");
    }
}
