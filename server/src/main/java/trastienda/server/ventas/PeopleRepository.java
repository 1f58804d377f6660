package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/// People as sales know them: agents, their teams, who is away.
final class PeopleRepository {
    /// The person of that id.
    Optional<Agente> agent(Handle handle, long id) {
        return handle.createQuery(
                        """
                        select u.id, u.username, u.is_active,
                               not u.is_active or exists (
                                   select 1 from trastienda.ausencias a
                                   where a.user_id = u.id and a.desde <= now()
                                     and (a.hasta is null or a.hasta > now())) as ausente
                        from auth_user u where u.id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, context) ->
                                new Agente(
                                        row.getLong("id"),
                                        row.getString("username"),
                                        row.getBoolean("is_active"),
                                        row.getBoolean("ausente")))
                .findOne();
    }

    /// Whether the agent is in a team that the other supervises.
    boolean supervises(Handle handle, long supervisor, long agent) {
        return handle.createQuery(
                        """
                        select exists (
                            select 1 from trastienda.equipo_miembros m
                            join trastienda.equipo_supervisores s using (equipo_id)
                            where s.user_id = :supervisor and m.user_id = :agente)
                        """)
                .bind("supervisor", supervisor)
                .bind("agente", agent)
                .mapTo(Boolean.class)
                .one();
    }
}
