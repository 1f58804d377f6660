package trastienda.server.demo;

import org.jdbi.v3.core.Handle;

import trastienda.server.demo.DemoPeople.DemoPerson;
import trastienda.server.platform.db.Tx;
import trastienda.shared.identidad.Grupo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the demo writes and reads but for the sales themselves ([DemoVentasRepository]).
final class DemoRepository {
    /// The moment of the first start, once the demo is loaded.
    Optional<Instant> loadedAt(Handle handle) {
        return handle.createQuery("select desde from trastienda.demo_carga")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    /// Whether somebody's sales are here already.
    boolean hasSales(Handle handle) {
        return handle.createQuery("select exists (select 1 from telefonica_ventaportabilidad)")
                .mapTo(Boolean.class)
                .one();
    }

    void markLoaded(Tx tx, Instant at) {
        tx.handle()
                .createUpdate("insert into trastienda.demo_carga (desde) values (:at)")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Adds the people who are not there yet; returns everybody's id by user name.
    Map<String, Long> people(Tx tx, List<DemoPerson> people, String hash, Instant at) {
        var batch =
                tx.handle()
                        .prepareBatch(
                                """
                                insert into auth_user (
                                    password, is_superuser, username, first_name, last_name,
                                    email, is_staff, is_active, date_joined)
                                values (:hash, false, :username, :first, :last,
                                    :email, :staff, true, :at)
                                on conflict (username) do nothing
                                """);
        for (var person : people) {
            var name = person.nombre().split(" ", 2);
            batch.bind("hash", hash)
                    .bind("username", person.username())
                    .bind("first", name[0])
                    .bind("last", name[1])
                    .bind("email", person.username() + "@demo.invalid")
                    .bind("staff", person.grupo() == Grupo.ADMINISTRADOR)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
        var ids = userIds(tx.handle(), people);
        var member =
                tx.handle()
                        .prepareBatch(
                                """
                                insert into auth_user_groups (user_id, group_id)
                                select :id, min(id) from auth_group
                                where lower(name) = lower(:group)
                                on conflict do nothing
                                """);
        var account =
                tx.handle()
                        .prepareBatch(
                                """
                                insert into trastienda.cuentas (user_id, clave_cambiada)
                                values (:id, :at)
                                on conflict do nothing
                                """);
        for (var person : people) {
            var id = ids.get(person.username());
            member.bind("id", id).bind("group", person.grupo().nombre()).add();
            account.bind("id", id).bind("at", at.atOffset(ZoneOffset.UTC)).add();
        }
        member.execute();
        account.execute();
        return ids;
    }

    /// Everybody's id by user name.
    Map<String, Long> userIds(Handle handle, List<DemoPerson> people) {
        var ids = new HashMap<String, Long>();
        handle.createQuery("select id, username from auth_user where username = any (:names)")
                .bindArray(
                        "names", String.class, people.stream().map(DemoPerson::username).toArray())
                .map((row, context) -> Map.entry(row.getString("username"), row.getLong("id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    /// A team with its members and the one who leads it.
    void team(Tx tx, String nombre, List<Long> members, long supervisor) {
        var id =
                tx.handle()
                        .createQuery(
                                """
                                insert into trastienda.equipos (nombre) values (:nombre)
                                returning id
                                """)
                        .bind("nombre", nombre)
                        .mapTo(Long.class)
                        .one();
        tx.handle()
                .createUpdate(
                        """
                        insert into trastienda.equipo_miembros (equipo_id, user_id)
                        select :id, unnest(:members)
                        """)
                .bind("id", id)
                .bindArray("members", Long.class, members)
                .execute();
        tx.handle()
                .createUpdate(
                        """
                        insert into trastienda.equipo_supervisores (equipo_id, user_id)
                        values (:id, :supervisor)
                        """)
                .bind("id", id)
                .bind("supervisor", supervisor)
                .execute();
    }

    /// Adds the plans; returns their ids by code.
    Map<String, Long> planes(Tx tx) {
        var batch =
                tx.handle()
                        .prepareBatch(
                                """
                                insert into telefonica_planes_portabilidad (
                                    codigo, nombre_plan, caracteristicas, "CFM", "CFM_sin_iva",
                                    estado, tipo_plan)
                                values (:codigo, :nombre, :caracteristicas, :cfm, :sinIva,
                                    :estado, 'portabilidad')
                                on conflict (codigo) do nothing
                                """);
        for (var plan : DemoPlanes.ALL) {
            batch.bind("codigo", plan.codigo())
                    .bind("nombre", plan.nombre())
                    .bind("caracteristicas", plan.caracteristicas())
                    .bind("cfm", plan.cfm())
                    .bind("sinIva", plan.sinIva())
                    .bind("estado", plan.weight() == 0 ? "inactivo" : "activo")
                    .add();
        }
        batch.execute();
        return planIds(tx.handle());
    }

    /// The plans' ids by code.
    Map<String, Long> planIds(Handle handle) {
        var ids = new HashMap<String, Long>();
        handle.createQuery("select id, codigo from telefonica_planes_portabilidad")
                .map((row, context) -> Map.entry(row.getString("codigo"), row.getLong("id")))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }
}
