package trastienda.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;
import trastienda.server.testing.NoEvents;
import trastienda.server.testing.TestDatabase;
import trastienda.shared.problem.ProblemCode;

import java.util.Map;

final class DatabasesTest {
    @Test
    void worksAsARoleThatCannotChangeTheSchema() {
        try (var database = TestDatabase.create();
                var open = database.open()) {
            var role =
                    open.main()
                            .read(
                                    handle ->
                                            handle.createQuery("select current_user")
                                                    .mapTo(String.class)
                                                    .one());

            assertThat(role).isEqualTo(EmbeddedServer.APP);
            assertThat(open.auditAppendOnly()).isTrue();
            assertThatThrownBy(
                            () ->
                                    open.main()
                                            .read(
                                                    handle ->
                                                            handle.execute(
                                                                    "drop table"
                                                                        + " trastienda.corridas")))
                    .hasMessageContaining("must be owner");
        }
    }

    @Test
    void goesThroughTheScriptsOnlyWhenTheLastRunHadOthers() {
        try (var database = TestDatabase.create()) {
            database.open().close();
            sql(database, "update trastienda_migraciones set checksum = 1 where version <> '0'");
            database.open().close();

            sql(database, "comment on table trastienda_migraciones is 'scripts of another time'");
            assertThatThrownBy(database::open).hasMessageContaining("checksum");
        }
    }

    @Test
    void givesTheApplicationItsRightsBackAtEveryStart() {
        try (var database = TestDatabase.create()) {
            database.open().close();
            sql(database, "revoke all on trastienda.corridas from " + EmbeddedServer.APP);
            database.open().close();

            var runs =
                    database.appJdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery(
                                                            "select count(*) from"
                                                                    + " trastienda.corridas")
                                                    .mapTo(Long.class)
                                                    .one());
            assertThat(runs).isZero();
        }
    }

    private static void sql(TestDatabase database, String statement) {
        database.ownerJdbi().useHandle(handle -> handle.execute(statement));
    }

    @Test
    void mayReadAndWriteEveryTableThatAMigrationMadeButTheAuditAndPartitions() {
        try (var database = TestDatabase.create()) {
            var shut =
                    database.ownerJdbi()
                            .withHandle(
                                    handle ->
                                            handle.createQuery(
                                                            """
                                                            select c.oid::regclass::text
                                                            from pg_class c
                                                            join pg_namespace n
                                                                on n.oid = c.relnamespace
                                                            where n.nspname
                                                                in ('public', 'trastienda')
                                                            and c.relkind in ('r', 'p')
                                                            and not c.relispartition
                                                            and not has_table_privilege(
                                                                'trastienda_app', c.oid, 'update')
                                                            """)
                                                    .mapTo(String.class)
                                                    .list());

            assertThat(shut)
                    .containsExactlyInAnyOrder("trastienda.auditoria", "trastienda_migraciones");
        }
    }

    @Test
    void webStopsASlowStatementAndJobsDoesNot() {
        try (var database = TestDatabase.create();
                var open = database.open()) {
            var sql = "select current_setting('statement_timeout')";
            assertThat(open.main().<String>read(h -> h.createQuery(sql).mapTo(String.class).one()))
                    .isEqualTo("10s");
            assertThat(open.jobs().<String>read(h -> h.createQuery(sql).mapTo(String.class).one()))
                    .isEqualTo("0");
            var ours = "select trastienda.es_nuestra()";
            assertThat(
                            open.main()
                                    .<Boolean>read(
                                            h -> h.createQuery(ours).mapTo(Boolean.class).one()))
                    .isTrue();
        }
    }

    @Test
    void saysWhichMigrationsWouldRunAndRunsNoneOfThem() {
        try (var database = TestDatabase.empty()) {
            var config = Config.from(database.env());

            assertThat(Databases.plan(config))
                    .extracting(MigrationStep::script)
                    .contains("V202611220001__platform_base.sql");
            assertThat(Databases.plan(config)).isNotEmpty();
            Databases.migrate(config);
            assertThat(Databases.plan(config)).isEmpty();
        }
    }

    @Test
    void oneRoleForBothWorksAndIsNotCalledAppendOnly() {
        try (var database = TestDatabase.empty()) {
            var env =
                    Map.of(
                            "DATABASE_URL",
                            database.env().getOrDefault("DATABASE_MIGRATION_URL", ""));
            try (var open =
                    Databases.open(
                            Config.from(env), (actor, entries) -> Insert.NONE, new NoEvents())) {
                assertThat(open.auditAppendOnly()).isFalse();
            }
        }
    }

    @Test
    void aDatabaseThatCannotBeUsedIsOneLineNamingTheVariable() {
        try (var database = TestDatabase.empty()) {
            var url = database.env().getOrDefault("DATABASE_URL", "");
            refuses(url.replaceAll(":[0-9a-f]{48}@", ":wrong@"), "DATABASE_URL: user or password");
            refuses(url.replaceAll("prueba_\\d+", "ninguna"), "DATABASE_URL: no database ninguna");
            refuses("postgresql://u:p@127.0.0.1:1/x", "DATABASE_URL: cannot reach 127.0.0.1:1");
        }
    }

    @Test
    void tellsFailuresThatPassFromOurMistakes() {
        try (var database = TestDatabase.create();
                var open = database.open()) {
            assertThat(failure(open, "do $$ begin raise exception sqlstate '53100'; end $$"))
                    .isEqualTo(ProblemCode.SIN_ESPACIO);
            assertThat(failure(open, "do $$ begin raise exception sqlstate '57P01'; end $$"))
                    .isEqualTo(ProblemCode.BASE_NO_DISPONIBLE);
            assertThat(failure(open, "set statement_timeout = 1; select pg_sleep(5)"))
                    .isEqualTo(ProblemCode.SOBRECARGA);
            assertThat(failure(open, "select no_such_column")).isNull();
        }
        try (var database = TestDatabase.create();
                var open = database.open()) {
            assertThat(failure(open, "select pg_terminate_backend(pg_backend_pid())"))
                    .isEqualTo(ProblemCode.BASE_NO_DISPONIBLE);
        }
    }

    private static void refuses(String url, String line) {
        assertThatThrownBy(() -> Databases.migrate(Config.from(Map.of("DATABASE_URL", url))))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(line)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("\n"));
    }

    private static @Nullable ProblemCode failure(Databases open, String sql) {
        try {
            open.main().read(handle -> handle.execute(sql));
        } catch (RuntimeException failed) {
            return SqlProblems.of(failed)
                    .map(trastienda.shared.problem.ProblemException::code)
                    .orElse(null);
        }
        throw new AssertionError("did not fail: " + sql);
    }
}
