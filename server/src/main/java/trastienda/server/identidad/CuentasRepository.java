package trastienda.server.identidad;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.Tx;
import trastienda.shared.identidad.Agente;
import trastienda.shared.identidad.Usuario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// People in Django's tables, and what of them is ours.
final class CuentasRepository {
    /// What a sign-in needs to know of a person.
    record Account(long id, String username, String hash, boolean active, boolean superuser) {}

    /// Which people a list shows; null narrows nothing. `group` is a lower-case name. Null for no
    /// matter what; `supervisor`: only members of that person's teams.
    record Filter(
            @Nullable String text,
            @Nullable String group,
            @Nullable Boolean active,
            @Nullable Long supervisor) {}

    private static final String USUARIO =
            """
            select u.id, u.username, trim(u.first_name || ' ' || u.last_name) as nombre, u.email,
                u.is_active, u.last_login, u.date_joined,
                array(select g.name from auth_user_groups ug join auth_group g on g.id = ug.group_id
                    where ug.user_id = u.id order by g.name) as grupos,
                exists (select 1 from trastienda.fallos_ingreso f
                    where f.nombre_sha256 = sha256(convert_to(lower(u.username), 'UTF8'))
                        and f.fallos >= :most and f.ultimo > :since) as bloqueado
            from auth_user u
            """;

    private static final String WHERE =
            """
            where (cast(:text as text) is null
                    or u.username ilike :text or u.email ilike :text
                    or (u.first_name || ' ' || u.last_name) ilike :text)
                and (cast(:active as boolean) is null or u.is_active = :active)
                and (cast(:group as text) is null or exists (
                    select 1 from auth_user_groups ug join auth_group g on g.id = ug.group_id
                    where ug.user_id = u.id and lower(g.name) = :group))
                and (cast(:supervisor as bigint) is null or exists (
                    select 1 from trastienda.equipo_miembros m
                    join trastienda.equipo_supervisores s using (equipo_id)
                    where m.user_id = u.id and s.user_id = :supervisor))
            """;

    Optional<Account> byName(Handle handle, String username) {
        return handle.createQuery(
                        """
                        select id, username, password, is_active, is_superuser from auth_user
                        where lower(username) = lower(:username)
                        order by username = :username desc, id
                        limit 1
                        """)
                .bind("username", username)
                .map(CuentasRepository::accountRow)
                .findOne();
    }

    /// Makes those who give out user names come one after the other until they commit: names differ
    /// without regard to case, which the table's own index does not know.
    void lockNames(Tx tx) {
        tx.handle()
                .createQuery(
                        "select pg_advisory_xact_lock(hashtextextended('trastienda.usuarios', 0))"
                                + " is null")
                .mapTo(Boolean.class)
                .one();
    }

    /// The most rounds that a password of Django's still has, which we compare with; 0 when nobody
    /// has one any more.
    int mostRounds(Handle handle) {
        return handle.createQuery(
                        """
                        select coalesce(max(rounds), 0) from (
                            select cast(substring(password
                                from '^pbkdf2_sha256\\$([0-9]{1,8})\\$') as integer) as rounds
                            from auth_user where is_active) hashes
                        where rounds <= :most
                        """)
                .bind("most", Passwords.MOST_ROUNDS)
                .mapTo(Integer.class)
                .one();
    }

    Optional<Account> account(Tx tx, long id) {
        return tx.handle()
                .createQuery(
                        """
                        select id, username, password, is_active, is_superuser from auth_user
                        where id = :id
                        for no key update
                        """)
                .bind("id", id)
                .map(CuentasRepository::accountRow)
                .findOne();
    }

    void signedIn(Tx tx, long id, Instant now) {
        tx.handle()
                .createUpdate("update auth_user set last_login = :now where id = :id")
                .bind("id", id)
                .bind("now", SesionesRepository.at(now))
                .execute();
    }

    /// Sets the hash; the one before goes among the former ones when `keepFormer`.
    void password(
            Tx tx, long id, String hash, boolean mustChange, boolean keepFormer, Instant now) {
        if (keepFormer) {
            tx.handle()
                    .createUpdate(
                            """
                            insert into trastienda.claves_anteriores (user_id, clave, hasta)
                            select id, password, :now from auth_user
                            where id = :id and password <> ''
                            """)
                    .bind("id", id)
                    .bind("now", SesionesRepository.at(now))
                    .execute();
        }
        tx.handle()
                .createUpdate(
                        """
                        with account as (
                            insert into trastienda.cuentas (user_id, debe_cambiar_clave, clave_cambiada)
                            values (:id, :must, :now)
                            on conflict (user_id) do update set
                                debe_cambiar_clave = excluded.debe_cambiar_clave,
                                clave_cambiada = excluded.clave_cambiada
                        )
                        update auth_user set password = :hash where id = :id
                        """)
                .bind("id", id)
                .bind("hash", hash)
                .bind("must", mustChange)
                .bind("now", SesionesRepository.at(now))
                .execute();
    }

    /// What a person had made before ends now.
    void shutOut(Tx tx, long id, Instant now) {
        tx.handle()
                .createUpdate(
                        """
                        insert into trastienda.cuentas (user_id, acceso_retirado)
                        values (:id, :now)
                        on conflict (user_id) do update set
                            acceso_retirado = excluded.acceso_retirado
                        """)
                .bind("id", id)
                .bind("now", SesionesRepository.at(now))
                .execute();
    }

    void rehash(Tx tx, long id, String hash) {
        tx.handle()
                .createUpdate("update auth_user set password = :hash where id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .execute();
    }

    List<String> formerHashes(Tx tx, long id, int most) {
        return tx.handle()
                .createQuery(
                        """
                        select clave from trastienda.claves_anteriores
                        where user_id = :id order by id desc limit :most
                        """)
                .bind("id", id)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    long create(Tx tx, String username, String nombre, String email, String hash, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        insert into auth_user (password, is_superuser, username, first_name,
                            last_name, email, is_staff, is_active, date_joined)
                        values (:hash, false, :username, :nombre, '', :email, false, true, :now)
                        on conflict (username) do nothing
                        returning id
                        """)
                .bind("hash", hash)
                .bind("username", username)
                .bind("nombre", nombre)
                .bind("email", email)
                .bind("now", SesionesRepository.at(now))
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    void change(
            Tx tx,
            long id,
            @Nullable String username,
            @Nullable String nombre,
            @Nullable String email,
            @Nullable Boolean active) {
        tx.handle()
                .createUpdate(
                        """
                        update auth_user set
                            username = coalesce(:username, username),
                            first_name = coalesce(:nombre, first_name),
                            last_name = case when cast(:nombre as text) is null
                                then last_name else '' end,
                            email = coalesce(:email, email),
                            is_active = coalesce(:active, is_active)
                        where id = :id
                        """)
                .bind("id", id)
                .bind("username", username)
                .bind("nombre", nombre)
                .bind("email", email)
                .bind("active", active)
                .execute();
    }

    /// Puts a person in exactly these groups, leaving those of other programs alone: `ours` are the
    /// lower-case names that may be taken away.
    void groups(Tx tx, long id, List<String> wanted, List<String> ours) {
        tx.handle()
                .createUpdate(
                        """
                        delete from auth_user_groups ug using auth_group g
                        where g.id = ug.group_id and ug.user_id = :id
                            and lower(g.name) = any (:ours) and lower(g.name) <> all (:wanted)
                        """)
                .bind("id", id)
                .bindArray("ours", String.class, ours)
                .bindArray("wanted", String.class, wanted)
                .execute();
        tx.handle()
                .createUpdate(
                        """
                        insert into auth_user_groups (user_id, group_id)
                        select :id, min(g.id) from auth_group g
                        where lower(g.name) = any (:wanted) and not exists (
                            select 1 from auth_user_groups ug join auth_group o on o.id = ug.group_id
                            where ug.user_id = :id and lower(o.name) = lower(g.name))
                        group by lower(g.name)
                        """)
                .bind("id", id)
                .bindArray("wanted", String.class, wanted)
                .execute();
    }

    void superuser(Tx tx, long id) {
        tx.handle()
                .createUpdate(
                        "update auth_user set is_superuser = true, is_staff = true where id = :id")
                .bind("id", id)
                .execute();
    }

    Optional<Usuario> find(Handle handle, long id, int most, Instant lockedSince) {
        return handle.createQuery(USUARIO + "where u.id = :id")
                .bind("id", id)
                .bind("most", most)
                .bind("since", SesionesRepository.at(lockedSince))
                .map(CuentasRepository::usuario)
                .findOne();
    }

    List<Usuario> list(
            Handle handle, Filter filter, int size, long skip, int most, Instant lockedSince) {
        return bind(
                        handle.createQuery(
                                USUARIO
                                        + WHERE
                                        + "order by lower(u.username), u.id limit :size offset"
                                        + " :skip"),
                        filter)
                .bind("size", size)
                .bind("skip", skip)
                .bind("most", most)
                .bind("since", SesionesRepository.at(lockedSince))
                .map(CuentasRepository::usuario)
                .list();
    }

    List<Agente> light(Handle handle, Filter filter, int size, long skip) {
        return bind(
                        handle.createQuery(
                                "select u.id, u.username,"
                                        + " trim(u.first_name || ' ' || u.last_name) as nombre"
                                        + " from auth_user u "
                                        + WHERE
                                        + "order by lower(u.username), u.id limit :size offset"
                                        + " :skip"),
                        filter)
                .bind("size", size)
                .bind("skip", skip)
                .map(
                        (row, ctx) ->
                                new Agente(
                                        row.getLong("id"),
                                        row.getString("username"),
                                        row.getString("nombre")))
                .list();
    }

    long count(Handle handle, Filter filter) {
        return bind(handle.createQuery("select count(*) from auth_user u " + WHERE), filter)
                .mapTo(Long.class)
                .one();
    }

    private static Query bind(Query query, Filter filter) {
        var text = filter.text();
        var escaped =
                text == null
                        ? null
                        : "%"
                                + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
                                + "%";
        return query.bind("text", escaped)
                .bind("group", filter.group())
                .bind("active", filter.active())
                .bind("supervisor", filter.supervisor());
    }

    private static Account accountRow(ResultSet row, StatementContext ctx) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("password"),
                row.getBoolean("is_active"),
                row.getBoolean("is_superuser"));
    }

    private static Usuario usuario(ResultSet row, StatementContext ctx) throws SQLException {
        var last = row.getObject("last_login", OffsetDateTime.class);
        return new Usuario(
                row.getLong("id"),
                row.getString("username"),
                row.getString("nombre"),
                row.getString("email"),
                row.getBoolean("is_active"),
                SesionesRepository.texts(row, "grupos"),
                last == null ? null : last.toInstant(),
                row.getBoolean("bloqueado"),
                SesionesRepository.instant(row, "date_joined"));
    }
}
