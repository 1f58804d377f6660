package trastienda.server.identidad;

import org.jdbi.v3.core.statement.StatementContext;

import trastienda.server.platform.db.Database;
import trastienda.shared.identidad.Grupo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// People as the database holds them now.
final class StoredPeople implements People {
    private static final String SELECT =
            """
            select u.id, u.username, trim(u.first_name || ' ' || u.last_name) as nombre, u.is_active
            from auth_user u
            """;

    private final Database db;

    StoredPeople(Database db) {
        this.db = db;
    }

    @Override
    public Optional<Person> find(long id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    @Override
    public Map<Long, Person> find(Collection<Long> ids) {
        return db
                .read(
                        handle ->
                                handle.createQuery(SELECT + "where u.id = any (:ids)")
                                        .bindArray("ids", Long.class, List.copyOf(ids))
                                        .map(StoredPeople::person)
                                        .list())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public List<Person> ofGroup(Grupo grupo) {
        return db.read(
                handle ->
                        handle.createQuery(
                                        SELECT
                                                + """
                                                where u.is_active and exists (
                                                    select 1 from auth_user_groups ug
                                                    join auth_group g on g.id = ug.group_id
                                                    where ug.user_id = u.id
                                                        and lower(g.name) = :group)
                                                order by lower(u.username)
                                                """)
                                .bind("group", grupo.nombre().toLowerCase(Locale.ROOT))
                                .map(StoredPeople::person)
                                .list());
    }

    private static Person person(ResultSet row, StatementContext ctx) throws SQLException {
        var nombre = row.getString("nombre");
        var username = row.getString("username");
        return new Person(
                row.getLong("id"),
                username,
                nombre.isEmpty() ? username : nombre,
                row.getBoolean("is_active"));
    }
}
