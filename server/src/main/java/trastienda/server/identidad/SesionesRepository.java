package trastienda.server.identidad;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.Tx;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Sessions, the hashes of their tokens, and failures to sign in.
final class SesionesRepository {
    /// A session with its person, found by a token. `tokenEnds` is the token's own end.
    record Live(
            long id,
            long userId,
            Instant tokenEnds,
            Instant used,
            Instant ends,
            String username,
            String nombre,
            boolean active,
            boolean superuser,
            boolean mustChange,
            List<String> groups) {}

    /// How often a name failed from an address, and when last.
    record Failures(int count, Instant last) {}

    /// What a refresh token is: its session, and whether it was used before.
    record Refresh(long sessionId, boolean used) {}

    /// One row of the list of a person's own sessions.
    record Open(long id, Instant created, Instant used, String from) {}

    private static final String LIVE =
            """
            select s.id, s.user_id, %s as vence, s.usada, s.termina, u.username,
                trim(u.first_name || ' ' || u.last_name) as nombre, u.is_active, u.is_superuser,
                coalesce(c.debe_cambiar_clave, false) as debe_cambiar,
                array(select g.name from auth_user_groups ug join auth_group g on g.id = ug.group_id
                    where ug.user_id = u.id order by g.name) as grupos
            from trastienda.sesiones s
            join auth_user u on u.id = s.user_id
            left join trastienda.cuentas c on c.user_id = u.id
            """;

    Optional<Live> byAccess(Handle handle, byte[] sha256) {
        return handle.createQuery(
                        LIVE.formatted("a.vence")
                                + """
                                join trastienda.accesos a on a.sesion_id = s.id
                                where a.sha256 = :sha256 and s.cerrada is null
                                """)
                .bind("sha256", sha256)
                .map(SesionesRepository::live)
                .findOne();
    }

    Optional<Live> byId(Handle handle, long id) {
        return handle.createQuery(
                        LIVE.formatted("s.termina") + "where s.id = :id and s.cerrada is null")
                .bind("id", id)
                .map(SesionesRepository::live)
                .findOne();
    }

    Optional<Refresh> refresh(Tx tx, byte[] sha256) {
        return tx.handle()
                .createQuery(
                        """
                        select r.sesion_id, r.usado is not null as usado
                        from trastienda.refrescos r
                        where r.sha256 = :sha256
                        for update of r
                        """)
                .bind("sha256", sha256)
                .map((row, ctx) -> new Refresh(row.getLong("sesion_id"), row.getBoolean("usado")))
                .findOne();
    }

    /// Whether this refresh token is of a person who may not come in any more.
    boolean disabled(Handle handle, byte[] sha256) {
        return handle.createQuery(
                        """
                        select not u.is_active
                        from trastienda.refrescos r
                        join trastienda.sesiones s on s.id = r.sesion_id
                        join auth_user u on u.id = s.user_id
                        where r.sha256 = :sha256
                        """)
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    long open(
            Tx tx, long userId, Instant now, Instant ends, @Nullable String from, String program) {
        return tx.handle()
                .createQuery(
                        """
                        insert into trastienda.sesiones
                            (user_id, creada, usada, termina, direccion, programa)
                        values (:user, :now, :now, :ends, :from, :program)
                        returning id
                        """)
                .bind("user", userId)
                .bind("now", at(now))
                .bind("ends", at(ends))
                .bind("from", from)
                .bind("program", program)
                .mapTo(Long.class)
                .one();
    }

    /// Puts a new pair of tokens; older access tokens live a minute more, for requests on their
    /// way.
    void tokens(Tx tx, long sessionId, byte[] access, byte[] refresh, Instant now, Instant until) {
        tx.handle()
                .createUpdate(
                        """
                        with older as (
                            update trastienda.accesos set vence = least(vence, :soon)
                            where sesion_id = :session
                        ), gone as (
                            delete from trastienda.accesos
                            where sesion_id = :session and vence < :now
                        ), used as (
                            update trastienda.refrescos set usado = :now
                            where sesion_id = :session and usado is null
                        ), fresh as (
                            insert into trastienda.refrescos (sha256, sesion_id)
                            values (:refresh, :session)
                        )
                        insert into trastienda.accesos (sha256, sesion_id, vence)
                        values (:access, :session, :until)
                        """)
                .bind("session", sessionId)
                .bind("soon", at(now.plus(Duration.ofMinutes(1))))
                .bind("now", at(now))
                .bind("access", access)
                .bind("refresh", refresh)
                .bind("until", at(until))
                .execute();
    }

    void touch(Handle handle, long sessionId, Instant input) {
        handle.createUpdate(
                        """
                        update trastienda.sesiones set usada = :input
                        where id = :id and usada < :input and cerrada is null
                        """)
                .bind("id", sessionId)
                .bind("input", at(input))
                .execute();
    }

    /// Closes open sessions of a person: one, or all but one, or all. Returns those it closed.
    List<Long> close(Tx tx, long userId, @Nullable Long only, @Nullable Long but, Instant now) {
        return tx.handle()
                .createQuery(
                        """
                        with ended as (
                            update trastienda.sesiones set cerrada = :now
                            where user_id = :user and cerrada is null
                                and (cast(:only as bigint) is null or id = :only)
                                and (cast(:but as bigint) is null or id <> :but)
                            returning id
                        ), tokens as (
                            delete from trastienda.accesos where sesion_id in (select id from ended)
                        )
                        select id from ended
                        """)
                .bind("user", userId)
                .bind("only", only)
                .bind("but", but)
                .bind("now", at(now))
                .mapTo(Long.class)
                .list();
    }

    /// Forgets sessions that ended long ago, and old failures.
    void forget(Tx tx, long userId, Instant before) {
        tx.handle()
                .createUpdate(
                        """
                        with old as (
                            delete from trastienda.fallos_ingreso
                            where ultimo < cast(:before as timestamptz)
                        ), opened as (
                            delete from trastienda.cierres_ingreso
                            where hasta < cast(:before as timestamptz)
                        )
                        delete from trastienda.sesiones where user_id = :user and termina < :before
                        """)
                .bind("user", userId)
                .bind("before", at(before))
                .execute();
    }

    List<Open> openOf(Handle handle, long userId, Instant now, Instant usedSince) {
        return handle.createQuery(
                        """
                        select id, creada, usada, coalesce(direccion, '') as direccion
                        from trastienda.sesiones
                        where user_id = :user and cerrada is null and termina > :now
                            and usada > :since
                        order by usada desc
                        """)
                .bind("user", userId)
                .bind("now", at(now))
                .bind("since", at(usedSince))
                .map(
                        (row, ctx) ->
                                new Open(
                                        row.getLong("id"),
                                        instant(row, "creada"),
                                        instant(row, "usada"),
                                        row.getString("direccion")))
                .list();
    }

    /// Lets the attempts of one address pass one after another, until the transaction ends.
    void oneByOne(Tx tx, String from) {
        tx.handle()
                .createQuery(
                        """
                        select 1 from (select pg_advisory_xact_lock(
                            hashtextextended('ingreso:' || :from, 0))) held
                        """)
                .bind("from", from)
                .mapTo(Integer.class)
                .one();
    }

    /// Counts an attempt that a closed address made, and returns how many there were since it
    /// closed.
    long shut(Tx tx, String from, Instant now, Duration lock) {
        return tx.handle()
                .createQuery(
                        """
                        insert into trastienda.cierres_ingreso as c
                            (direccion, desde, hasta, intentos)
                        values (:from, :now, :until, 1)
                        on conflict (direccion) do update set
                            desde = case when c.hasta > :now then c.desde else :now end,
                            hasta = case when c.hasta > :now then c.hasta else :until end,
                            intentos = case when c.hasta > :now then c.intentos + 1 else 1 end
                        returning intentos
                        """)
                .bind("from", from)
                .bind("now", at(now))
                .bind("until", at(now.plus(lock)))
                .mapTo(Long.class)
                .one();
    }

    /// Counts an attempt before it is looked at, so that many at once cannot slip through. While
    /// locked the time of the last counted failure stays.
    Failures attempt(Tx tx, String from, byte[] name, Instant now, Duration lock, int most) {
        return tx.handle()
                .createQuery(
                        """
                        insert into trastienda.fallos_ingreso as f
                            (direccion, nombre_sha256, fallos, ultimo)
                        values (:from, :name, 1, :now)
                        on conflict (nombre_sha256, direccion) do update set
                            fallos = case when f.ultimo <= :since then 1 else f.fallos + 1 end,
                            ultimo = case when f.ultimo > :since and f.fallos >= :most
                                then f.ultimo else :now end
                        returning fallos, ultimo
                        """)
                .bind("from", from)
                .bind("name", name)
                .bind("now", at(now))
                .bind("since", at(now.minus(lock)))
                .bind("most", most)
                .map((row, ctx) -> new Failures(row.getInt("fallos"), instant(row, "ultimo")))
                .one();
    }

    /// How many attempts from an address failed lately, whatever the names.
    int failuresFrom(Tx tx, String from, Instant since) {
        return tx.handle()
                .createQuery(
                        """
                        select coalesce(sum(fallos), 0) from trastienda.fallos_ingreso
                        where direccion = :from and ultimo > :since
                        """)
                .bind("from", from)
                .bind("since", at(since))
                .mapTo(Integer.class)
                .one();
    }

    /// Whether a person had a session from an address before.
    boolean cameFrom(Handle handle, String username, String from) {
        return handle.createQuery(
                        """
                        select exists (
                            select 1 from trastienda.sesiones s
                            join auth_user u on u.id = s.user_id
                            where lower(u.username) = lower(:username) and s.direccion = :from)
                        """)
                .bind("username", username)
                .bind("from", from)
                .mapTo(Boolean.class)
                .one();
    }

    /// Takes one counted attempt back.
    void takeBack(Tx tx, byte[] name, String from) {
        tx.handle()
                .createUpdate(
                        """
                        update trastienda.fallos_ingreso set fallos = fallos - 1
                        where nombre_sha256 = :name and direccion = :from and fallos > 0
                        """)
                .bind("name", name)
                .bind("from", from)
                .execute();
    }

    void forgive(Tx tx, byte[] name, @Nullable String from) {
        tx.handle()
                .createUpdate(
                        """
                        delete from trastienda.fallos_ingreso
                        where nombre_sha256 = :name
                            and (cast(:from as text) is null or direccion = :from)
                        """)
                .bind("name", name)
                .bind("from", from)
                .execute();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Live live(ResultSet row, StatementContext ctx) throws SQLException {
        return new Live(
                row.getLong("id"),
                row.getLong("user_id"),
                instant(row, "vence"),
                instant(row, "usada"),
                instant(row, "termina"),
                row.getString("username"),
                row.getString("nombre"),
                row.getBoolean("is_active"),
                row.getBoolean("is_superuser"),
                row.getBoolean("debe_cambiar"),
                texts(row, "grupos"));
    }
}
