package trastienda.server.auditoria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.SensitiveValues;
import trastienda.server.platform.db.SqlProblems;
import trastienda.server.testing.NoEvents;
import trastienda.server.testing.TestDatabase;

import java.util.List;
import java.util.Set;

final class AuditoriaTest {
    private static final Actor ANA =
            new Actor(
                    new Principal.User(7, "ana", "Ana Ruiz", Set.of(), false, 31),
                    "10.0.0.9",
                    "Trastienda/0.1");

    private static TestDatabase database;
    private static Databases databases;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        databases = database.open(AuditoriaFeature.sink(), new NoEvents());
    }

    @AfterAll
    static void close() {
        databases.close();
        database.close();
    }

    @Test
    void keepsWhoWhenFromWhereAndWhatFieldByField() {
        var trail = new AuditoriaFeature(databases.main(), databases.jobs()).trail();
        write(
                "venta:1",
                new AuditEntry.Change("nombre_completo", "Ana", "Ana María"),
                new AuditEntry.Change("observacion", null, "llamar"));

        var row = trail.newest("venta:1", 10).getFirst();

        assertThat(row.quien()).isEqualTo("ana");
        assertThat(row.usuarioId()).isEqualTo(7);
        assertThat(row.direccion()).isEqualTo("10.0.0.9");
        assertThat(row.accion()).isEqualTo("ventas.corregir");
        assertThat(row.cambios())
                .containsExactly(
                        new AuditEntry.Change("nombre_completo", "Ana", "Ana María"),
                        new AuditEntry.Change("observacion", null, "llamar"));
    }

    @Test
    void undoesTheEntryWithTheWorkItTellsOf() {
        var trail = new AuditoriaFeature(databases.main(), databases.jobs()).trail();
        assertThatThrownBy(
                        () ->
                                databases
                                        .main()
                                        .run(
                                                ANA,
                                                tx -> {
                                                    tx.audit(AuditEntry.of("x.y", "venta:2"));
                                                    tx.handle().execute("select 1 / 0");
                                                }))
                .hasMessageContaining("division");

        assertThat(trail.newest("venta:2", 10)).isEmpty();
    }

    @Test
    void givesAnObjectsHistoryPageByPageNewestFirst() {
        var trail = new AuditoriaFeature(databases.main(), databases.jobs()).trail();
        for (int n = 1; n <= 5; n++) {
            write("venta:3", new AuditEntry.Change("n", null, String.valueOf(n)));
        }

        var first = trail.newest("venta:3", 2);
        var second = trail.before("venta:3", first.getLast().id(), 10);

        assertThat(first).extracting(row -> row.cambios().getFirst().a()).containsExactly("5", "4");
        assertThat(second)
                .extracting(row -> row.cambios().getFirst().a())
                .containsExactly("3", "2", "1");
    }

    @Test
    void cannotBeChangedByTheApplicationThroughTheParentNorThroughAnyPartition() {
        write("venta:4");
        var tables = partitions();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(4);
        for (var table : List.of("trastienda.auditoria")) {
            refusesAll(database.appJdbi(), table);
        }
        for (var table : tables) {
            refusesAll(database.appJdbi(), table);
            refuses(
                    database.appJdbi(),
                    "insert into %s (quien, clase, accion, objeto) values ('x', 'usuario', 'x', 'x')"
                            .formatted(table));
            refuses(
                    database.appJdbi(),
                    "alter table trastienda.auditoria detach partition " + table);
            refuses(database.appJdbi(), "drop table " + table);
        }
    }

    @Test
    void cannotBeChangedByItsOwnerInPassingEither() {
        write("venta:5");
        refusesAll(database.ownerJdbi(), "trastienda.auditoria");
        for (var table : partitions()) {
            if (count(table) > 0) {
                refusesAll(database.ownerJdbi(), table);
            } else {
                refuses(database.ownerJdbi(), "truncate " + table);
            }
        }
    }

    @Test
    void keepsPartitionsShutWhateverDefaultPrivilegesSay() {
        try (var fresh = TestDatabase.create()) {
            fresh.ownerJdbi()
                    .useHandle(
                            handle -> {
                                handle.execute(
                                        "alter default privileges in schema trastienda"
                                                + " grant all on tables to trastienda_app");
                                handle.execute("select trastienda.crear_particiones_auditoria(8)");
                            });
            var open =
                    fresh.ownerJdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery(
                                                            """
                                                            select c.relname from pg_class c
                                                            where c.relname like 'auditoria\\_2%'
                                                            and (has_table_privilege(
                                                                    'trastienda_app', c.oid,
                                                                    'update, delete, truncate')
                                                                or has_table_privilege(
                                                                    'trastienda_app', c.oid,
                                                                    'insert'))
                                                            """)
                                                    .mapTo(String.class)
                                                    .list());
            assertThat(open).isEmpty();
        }
    }

    @Test
    void masksSensitiveValuesSoThatTheyCanBeComparedButNotRead() {
        var values = SensitiveValues.of(databases.main());
        var again = SensitiveValues.of(databases.main());

        assertThat(values.mask("1032404050"))
                .startsWith("••••4050#")
                .isEqualTo(again.mask("1032404050"))
                .isNotEqualTo(values.mask("2032404050"))
                .hasSize("••••4050#".length() + 8);
        assertThat(values.mask("04512")).startsWith("••••#").doesNotContain("4512");
        assertThat(values.mask("123456")).startsWith("••••456#");
        assertThat(values.mask(null)).isNull();
        assertThat(values.mask("")).isEmpty();
    }

    private static void write(String object, AuditEntry.Change... changes) {
        databases
                .main()
                .run(
                        ANA,
                        tx ->
                                tx.audit(
                                        new AuditEntry(
                                                "ventas.corregir",
                                                object,
                                                List.of(changes),
                                                null)));
    }

    private static List<String> partitions() {
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select inhrelid::regclass::text from pg_inherits
                                                where inhparent = 'trastienda.auditoria'::regclass
                                                """)
                                        .mapTo(String.class)
                                        .list());
    }

    private static int count(String table) {
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select count(*) from " + table)
                                        .mapTo(Integer.class)
                                        .one());
    }

    private static void refusesAll(Jdbi as, String table) {
        refuses(as, "update " + table + " set quien = 'nadie'");
        refuses(as, "delete from " + table);
        refuses(as, "truncate " + table);
    }

    private static void refuses(Jdbi as, String sql) {
        assertThatThrownBy(
                        () ->
                                as.<Integer, RuntimeException>withHandle(
                                        (Handle h) -> h.execute(sql)))
                .as(sql)
                .satisfies(error -> assertThat(SqlProblems.state(error)).isEqualTo("42501"));
    }
}
