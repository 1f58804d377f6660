package trastienda.desktop.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import trastienda.desktop.testing.Clerk;
import trastienda.desktop.testing.People;
import trastienda.shared.identidad.FilaImportada;
import trastienda.shared.identidad.Usuario;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// What `UsuariosApi` and the real server agree on.
class UsuariosContractTest {
    private static final Clerk ADMINISTRATOR = Clerk.in("admin");
    private static final UsuariosApi ADMIN = new UsuariosApi(ADMINISTRATOR.api());
    private static final UsuariosApi AGENT = new UsuariosApi(Clerk.in("ycardenas").api());

    private static UsuarioCambio person(String username, String clave) {
        return new UsuarioCambio(
                username, "Nora Vélez", "nora@example.com", null, List.of("asesor"), clave);
    }

    @Test
    void createsAPersonWhoIsThenFound() throws IOException {
        var created = ADMIN.create(person("nvelez", People.PASSWORD));
        assertThat(created.grupos()).containsExactly("asesor");
        assertThat(ADMIN.page(" nvele ", true, 1).results()).containsExactly(created);
        assertThat(ADMIN.page("nvele", false, 1).results()).isEmpty();
        assertThat(ADMIN.page("", null, 1).results())
                .extracting(Usuario::username)
                .contains("nvelez", "ycardenas", "admin");
    }

    @Test
    void changesAndDisablesAndThePersonCannotComeIn() throws IOException {
        var created = ADMIN.create(person("oduarte", People.PASSWORD));
        var changed =
                ADMIN.change(
                        created.id(),
                        new UsuarioCambio(
                                null, "Olga Duarte", null, false, List.of("calidad"), null));
        assertThat(changed.nombre()).isEqualTo("Olga Duarte");
        assertThat(changed.activo()).isFalse();
        assertThat(changed.username()).isEqualTo("oduarte");
        try (var clerk = Clerk.in("ycardenas")) {
            assertThatThrownBy(() -> clerk.signIn().signIn("oduarte", People.PASSWORD))
                    .satisfies(is(ProblemCode.CREDENCIALES_INVALIDAS));
        }
    }

    @Test
    void everyWrongFieldComesBack() {
        var refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                ADMIN.create(
                                        new UsuarioCambio(
                                                "con espacio",
                                                "N",
                                                "no es correo",
                                                null,
                                                List.of("jefes"),
                                                "corta")));
        assertThat(refused.code()).isEqualTo(ProblemCode.DATOS_INVALIDOS);
        assertThat(refused.errors())
                .extracting(FieldError::campo)
                .contains("username", "email", "grupos", "clave");
        assertThat(refused.errors()).allSatisfy(error -> assertThat(error.mensaje()).isNotBlank());
        var repeated =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> ADMIN.create(person("ycardenas", People.PASSWORD)));
        assertThat(repeated.errors())
                .extracting(FieldError::regla)
                .containsExactly(Regla.USUARIO_REPETIDO);
    }

    @Test
    void aPasswordSetAnewIsForOneSignInAndMustBeChanged() throws IOException {
        var created = ADMIN.create(person("pbernal", People.PASSWORD));
        var clave = ADMIN.reset(created.id()).clave();
        try (var clerk = Clerk.at(ADMINISTRATOR.api().server().url().toString())) {
            assertThatThrownBy(() -> clerk.signIn().signIn("pbernal", People.PASSWORD))
                    .satisfies(is(ProblemCode.CREDENCIALES_INVALIDAS));
            assertThat(clerk.signIn().signIn("pbernal", clave).debeCambiarClave()).isTrue();
            assertThat(clerk.signIn().change(clave, "Otra-clave-9!").debeCambiarClave()).isFalse();
        }
    }

    @Test
    void importsTheGoodRowsAndTellsTheRulesOfTheOthers() throws IOException {
        var csv =
                """
                username,nombre,email,grupos,clave
                qrojas,Quique Rojas,q@example.com,asesor,
                ycardenas,Repetido,r@example.com,asesor,
                ñ e,Con Espacio,c@example.com,jefes,
                """;
        assertThat(ADMIN.importCsv(csv, false)).noneMatch(FilaImportada::creada);
        var rows = ADMIN.importCsv(csv, true);
        assertThat(rows).filteredOn(FilaImportada::creada).hasSize(1);
        assertThat(rows.getFirst().clave()).isNotBlank();
        assertThat(rows.get(1).errores())
                .extracting(FieldError::regla)
                .containsExactly(Regla.USUARIO_REPETIDO);
        assertThat(rows.getLast().errores()).hasSizeGreaterThan(1);
    }

    @Test
    void peopleAreForAdministratorsAlone() {
        assertThatThrownBy(() -> AGENT.page("", null, 1)).satisfies(is(ProblemCode.SIN_PERMISO));
        assertThatThrownBy(() -> AGENT.create(person("x", People.PASSWORD)))
                .satisfies(is(ProblemCode.SIN_PERMISO));
        assertThatThrownBy(() -> ADMIN.reset(999_999_999)).satisfies(is(ProblemCode.NO_ENCONTRADO));
    }

    private static Consumer<Throwable> is(ProblemCode code) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
