package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.core.type.TypeReference;

import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.FilaImportada;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.json.Json;
import trastienda.shared.problem.Regla;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsuariosImportTest {
    @AutoClose private final TestServer server = TestServer.start();

    @Test
    void makesEveryPersonOfAGoodFileAndTellsMadePasswordsOnce() {
        var rows =
                rows(
                        sent(
                                """
                                \uFEFFusername;nombre;grupos;clave;email
                                ines;"Inés Núñez; la mayor";asesor;;ines@x.co

                                jairo;Jairo Páez;asesor|backoffice;Una-Clave-9;
                                """,
                                false));
        assertThat(rows).extracting(FilaImportada::creada).containsExactly(true, true);
        assertThat(rows).extracting(FilaImportada::linea).containsExactly(2, 4);
        assertThat(rows.get(1).clave()).isNull();
        var made = String.valueOf(rows.getFirst().clave());
        for (var given :
                List.of(new Credenciales("ines", made), new Credenciales("jairo", "Una-Clave-9"))) {
            var in = server.call("POST", Paths.LOGIN, null, given);
            assertThat(in.statusCode()).as(given.username()).isEqualTo(200);
        }
        assertThat(people("Inés Núñez; la mayor")).isOne();
    }

    @Test
    void makesNobodyWhenOneRowIsWrongUnlessAskedTo() {
        var csv =
                """
                username,nombre,grupos,clave,email
                buena,Buena Fila,asesor,,
                mal nombre,Mala,asesor,,
                sin.grupo,Mala,piratas,,
                clave.corta,Mala,asesor,abc,
                correo,Mala,asesor,,no-es-correo
                """;
        var none = rows(sent(csv, false));
        assertThat(none).noneMatch(FilaImportada::creada);
        assertThat(none).filteredOn(row -> !row.errores().isEmpty()).hasSize(4);
        assertThat(none).allMatch(row -> row.clave() == null);
        assertThat(people("Buena Fila")).isZero();

        var some = rows(sent(csv, true));
        assertThat(some)
                .extracting(FilaImportada::creada)
                .containsExactly(true, false, false, false, false);
        assertThat(people("Buena Fila")).isOne();
        assertThat(people("Mala")).isZero();
    }

    @Test
    void refusesANameTwiceInTheFileOrThatExistsWhateverItsCase() {
        server.person("existente", Grupo.ASESOR);
        var rows =
                rows(
                        sent(
                                """
                                username,nombre
                                doble,Primera
                                DOBLE,Segunda
                                Existente,Tercera
                                """,
                                true));
        assertThat(rows).extracting(FilaImportada::creada).containsExactly(true, false, false);
        assertThat(rules(rows.get(1))).containsExactly(Regla.USUARIO_REPETIDO);
        assertThat(rules(rows.get(2))).containsExactly(Regla.USUARIO_REPETIDO);
    }

    @Test
    void makesNobodyWhenTheDatabaseFailsMidwaySoThatNoMadePasswordIsLost() {
        failsAt("se.cae");
        var answer =
                sent(
                        """
                        username,nombre
                        llega.antes,Llega Antes
                        se.cae,Se Cae
                        """,
                        true);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(people("Llega Antes")).isZero();
    }

    private void failsAt(String username) {
        server.database()
                .ownerJdbi()
                .useHandle(
                        handle ->
                                handle.createScript(
                                                """
                                                create function falla() returns trigger
                                                language plpgsql as 'begin
                                                    raise exception ''prueba''; end';
                                                create trigger falla before insert on auth_user
                                                for each row when (new.username = '%s')
                                                execute function falla();
                                                """
                                                        .formatted(username))
                                        .execute());
    }

    @Test
    void refusesWhatASpreadsheetWouldRun() {
        var rows =
                rows(
                        sent(
                                """
                                username,nombre,email
                                f1,=HYPERLINK("http://x"),
                                f2,+573001112233,
                                f3,-2+3,
                                f4,@SUM(A1),
                                +f5,Normal,
                                f6,Normal,=1@x.co
                                """,
                                true));
        assertThat(rows).noneMatch(FilaImportada::creada);
        assertThat(rows.subList(0, 4))
                .allSatisfy(
                        row -> assertThat(rules(row)).containsExactly(Regla.CARACTERES_INVALIDOS));
        assertThat(rules(rows.get(4))).containsExactly(Regla.USUARIO_INVALIDO);
        assertThat(rules(rows.get(5))).containsExactly(Regla.CORREO_INVALIDO);
    }

    @Test
    void refusesFilesThatAreNoListOfPeople() {
        assertThat(sent("", false).statusCode()).isEqualTo(400);
        assertThat(sent("nombre,correo\nAna,a@x.co\n", false).body()).contains("\"username\"");
        var tooLong = "username\n" + "persona\n".repeat(UsuariosImport.MOST_ROWS + 1);
        assertThat(sent(tooLong, false).body()).contains("fuera_de_rango");
        var agent = server.token(Grupo.ASESOR);
        var refused =
                server.send(
                        server.request(Paths.USUARIOS_IMPORTAR)
                                .header("Authorization", "Bearer " + agent)
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofString("username\nx\n")));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private static List<Regla> rules(FilaImportada row) {
        return row.errores().stream().map(error -> error.regla()).toList();
    }

    private int people(String nombre) {
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select count(*) from auth_user
                                                where btrim(first_name || ' ' || last_name) = :name
                                                """)
                                        .bind("name", nombre)
                                        .mapTo(Integer.class)
                                        .one());
    }

    private List<FilaImportada> rows(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readValue(answer.body(), new TypeReference<>() {});
    }

    private HttpResponse<String> sent(String csv, boolean onlyGood) {
        return server.send(
                server.request(Paths.USUARIOS_IMPORTAR + "?solo_buenas=" + onlyGood)
                        .header("Authorization", "Bearer " + server.token(Grupo.ADMINISTRADOR))
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }
}
