package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import trastienda.desktop.platform.api.ApiException;
import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.testing.Clerk;
import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What `HttpVentas` and the real server agree on.
class VentasContractTest {
    private static final Office OFFICE = Office.open();
    private static final HttpVentas AGENT = of("ycardenas");
    private static final HttpVentas OTHER = of("lmoreno");
    private static final HttpVentas BACK_OFFICE = of("ptorres");
    private static final HttpVentas ADMIN = of("admin");
    private static final HttpVentas QUALITY = of("calidad");

    private static HttpVentas of(String username) {
        return new HttpVentas(Clerk.in(username).api());
    }

    private static VentaDetalle sold(String nombre) throws IOException {
        return AGENT.create(OFFICE.sales().form(nombre), UUID.randomUUID().toString(), null);
    }

    @Test
    void readsPagesByCursorFromTheFirstToTheLastRow() throws IOException {
        var filter = FilterEdits.ordering(FiltroVentas.all(), "fecha_creacion");
        var first = BACK_OFFICE.page(filter, null, 100);
        assertThat(first.count()).isGreaterThan(200);
        assertThat(first.results()).hasSize(100);
        var anchors = BACK_OFFICE.anchors(filter, 100);
        assertThat(anchors.count()).isGreaterThanOrEqualTo(first.count());
        var anchor =
                anchors.anclas().stream()
                        .filter(one -> one.fila() == 100)
                        .findFirst()
                        .orElseThrow();
        var last = BACK_OFFICE.page(filter, null, 101).results().getLast();
        assertThat(BACK_OFFICE.page(filter, anchor.cursor(), 1).results()).containsExactly(last);
    }

    @Test
    void filtersAsTheBarDoes() throws IOException {
        var all = FiltroVentas.all();
        var agent = OFFICE.people().id("lmoreno");
        var filter =
                new FiltroVentas(
                        null,
                        EstadoVenta.DEVUELTA,
                        agent,
                        OFFICE.sales().plan("P20"),
                        null,
                        null,
                        false,
                        false,
                        "nombre_completo");
        var rows = BACK_OFFICE.page(filter, null, 200).results();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.estadoVenta()).isEqualTo(EstadoVenta.DEVUELTA);
                            assertThat(row.agenteId()).isEqualTo(agent);
                            assertThat(row.planNombre()).isEqualTo("Pospago 20 GB");
                        });
        assertThat(AGENT.page(all, null, 1).count())
                .isLessThan(BACK_OFFICE.page(all, null, 1).count());
    }

    @Test
    void aWrongParameterComesBackByItsName() {
        var refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> BACK_OFFICE.page(FilterEdits.q(FiltroVentas.all(), "ab"), null, 500));
        assertThat(refused.code()).isEqualTo(ProblemCode.PARAMETRO_INVALIDO);
        assertThat(refused.errors())
                .extracting(FieldError::campo)
                .containsExactlyInAnyOrder("q", "page_size");
    }

    @Test
    void aRegisteredSaleIsReadWithItsPlanItsActionsAndItsHistory() throws IOException {
        var venta = sold("Ana María Peña");
        assertThat(AGENT.one(venta.id())).isEqualTo(venta);
        assertThat(venta.documento()).isEqualTo("1020304050");
        assertThat(venta.plan().planNombre()).isEqualTo("Pospago 40 GB Ilimitado");
        assertThat(venta.acciones()).contains(AccionVenta.SUBIR);
        assertThat(AGENT.history(venta.id()))
                .singleElement()
                .satisfies(
                        change ->
                                assertThat(change.quienId())
                                        .isEqualTo(OFFICE.people().id("ycardenas")));
    }

    @Test
    void othersSalesAreNotFoundByAnAgent() throws IOException {
        var venta = sold("Beatriz Rojas");
        assertThatThrownBy(() -> OTHER.one(venta.id())).satisfies(is(ProblemCode.NO_ENCONTRADO));
        assertThatThrownBy(() -> OTHER.history(venta.id()))
                .satisfies(is(ProblemCode.NO_ENCONTRADO));
        assertThatThrownBy(() -> OTHER.correct(venta.id(), OFFICE.sales().form("X Y"), key()))
                .satisfies(is(ProblemCode.NO_ENCONTRADO));
    }

    @Test
    void qualitySeesTheEndOfAValueAndAdministratorsAskForOne() throws IOException {
        var venta = sold("Clara Inés Ochoa");
        assertThat(QUALITY.one(venta.id()).documento()).isEqualTo("••••4050");
        assertThat(QUALITY.one(venta.id()).enmascarada()).isTrue();
        assertThatThrownBy(() -> QUALITY.reveal(venta.id(), "documento"))
                .satisfies(is(ProblemCode.SIN_PERMISO));
        assertThat(ADMIN.reveal(venta.id(), "documento")).isEqualTo("1020304050");
        assertThatThrownBy(() -> ADMIN.reveal(venta.id(), "observacion"))
                .satisfies(is(ProblemCode.NO_ENCONTRADO));
    }

    @Test
    void offersThePlansThatAreSoldAndTheAgentsToWhomMayAsk() throws IOException {
        assertThat(AGENT.plans())
                .extracting(plan -> plan.codigo())
                .contains("P20", "P40", "P80")
                .doesNotContain("P05");
        assertThat(BACK_OFFICE.agents())
                .extracting(Persona::nombre)
                .contains("Yesid Cárdenas", "Luisa Moreno")
                .doesNotContain("Patricia Torres");
        assertThat(AGENT.agents()).isEmpty();
    }

    @Test
    void everyWrongFieldComesBackAtOnceWithWords() {
        var good = OFFICE.sales().form("");
        var wrong =
                new VentaDatos(
                        "CC",
                        "0",
                        null,
                        "2999-01-01",
                        "",
                        "12",
                        999_999L,
                        good.numeroAPortar(),
                        "1",
                        good.fechaEntrega(),
                        good.fechaVentanaCambio(),
                        good.numeroOrden(),
                        null,
                        null,
                        null,
                        null,
                        null);
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> AGENT.create(wrong, key(), null));
        assertThat(refused.code()).isEqualTo(ProblemCode.DATOS_INVALIDOS);
        assertThat(refused.errors())
                .extracting(FieldError::campo)
                .contains(
                        "documento",
                        "fecha_expedicion",
                        "nombre_completo",
                        "telefono_legalizacion",
                        "plan_adquiere",
                        "nip");
        assertThat(refused.errors()).allSatisfy(error -> assertThat(error.mensaje()).isNotBlank());
    }

    @Test
    void aDoubleClickIsOneSaleAndTheKeyIsForThatSaleAlone() throws IOException {
        var form = OFFICE.sales().form("Diana Paola Mora");
        var key = key();
        var first = AGENT.create(form, key, null);
        assertThat(AGENT.create(form, key, null).id()).isEqualTo(first.id());
        assertThatThrownBy(() -> AGENT.create(OFFICE.sales().form("Otra Persona"), key, null))
                .satisfies(is(ProblemCode.CLAVE_CON_OTRO_CONTENIDO));
    }

    @Test
    void aRepeatedOrderIsAFieldAndABusyLineAConflict() throws IOException {
        var form = OFFICE.sales().form("Elsa Milena Daza");
        AGENT.create(form, key(), null);
        var other = OFFICE.sales().form("Fabio Nieto");
        var sameOrder = withOrderAndLine(other, form.numeroOrden(), other.numeroAPortar());
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> AGENT.create(sameOrder, key(), null));
        assertThat(refused.errors())
                .extracting(FieldError::regla)
                .containsExactly(Regla.ORDEN_REPETIDA);
        var sameLine = withOrderAndLine(other, other.numeroOrden(), form.numeroAPortar());
        assertThatThrownBy(() -> AGENT.create(sameLine, key(), null))
                .satisfies(is(ProblemCode.LINEA_CON_VENTA_ACTIVA));
    }

    @Test
    void aSupervisorRegistersOnABusyLineWithAReasonThatIsKept() throws IOException {
        var form = OFFICE.sales().form("Inés Elvira Rozo");
        AGENT.create(form, key(), null);
        var other = OFFICE.sales().form("Jorge Iván Ospina");
        var sameLine =
                ofAgent(
                        withOrderAndLine(other, other.numeroOrden(), form.numeroAPortar()),
                        OFFICE.people().id("ycardenas"));
        try (var clerk = Clerk.in("admin")) {
            var ventas = new HttpVentas(clerk.api());
            assertThatThrownBy(() -> ventas.create(sameLine, key(), ""))
                    .satisfies(is(ProblemCode.DATOS_INVALIDOS));
            var venta = ventas.create(sameLine, key(), "Línea recuperada · año 2026");
            assertThat(ventas.history(venta.id()))
                    .extracting(CambioVenta::motivo)
                    .contains("Línea recuperada · año 2026");
        }
    }

    @Test
    void aReturnedSaleIsCorrectedOnceAndAnOldVersionIsToldTheRowAsItIs() throws IOException {
        var venta = sold("Gloria Inés Pardo");
        assertThatThrownBy(() -> AGENT.correct(venta.id(), change("Gloria Pardo", 1L), key()))
                .satisfies(is(ProblemCode.ESTADO_NO_PERMITE));
        OFFICE.sales().returned(venta.id(), "Falta el segundo apellido");
        var returned = AGENT.one(venta.id());
        assertThat(returned.motivoDevolucion()).isEqualTo("Falta el segundo apellido");
        assertThat(returned.camposPorCorregir()).containsExactly("nombre_completo");
        var stale =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> AGENT.correct(venta.id(), change("Gloria Pardo", 1L), key()));
        assertThat(stale.code()).isEqualTo(ProblemCode.VERSION_VIEJA);
        assertThat(stale.actual()).isNotNull();
        assertThat(stale.actual().path("version").asLong()).isEqualTo(returned.version());
        var once = key();
        var corrected =
                AGENT.correct(
                        venta.id(), change("Gloria Inés Pardo Sosa", returned.version()), once);
        assertThat(
                        AGENT.correct(
                                        venta.id(),
                                        change("Gloria Inés Pardo Sosa", returned.version()),
                                        once)
                                .version())
                .isEqualTo(corrected.version());
        assertThat(corrected.estadoVenta()).isEqualTo(EstadoVenta.PENDIENTE_REVISION);
        assertThat(corrected.nombreCompleto()).isEqualTo("Gloria Inés Pardo Sosa");
        assertThat(corrected.telefonoLegalizacion()).isEqualTo("3001234567");
    }

    @Test
    void withoutTheServerACallSaysSo() {
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url()).enter("ycardenas")) {
            line.cut();
            var ventas = new HttpVentas(clerk.api());
            assertThatThrownBy(() -> ventas.one(1))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            failed ->
                                    assertThat(failed.failure())
                                            .isInstanceOf(ApiFailure.Offline.class));
        }
    }

    @Test
    void aSaleWhoseAnswerGotLostIsSentAgainUnderItsKeyAndIsOneSale() throws IOException {
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url()).enter("ycardenas")) {
            var ventas = new HttpVentas(clerk.api());
            var form = OFFICE.sales().form("Hernán Darío Lugo");
            line.loseAnswers();
            var key = key();
            assertThatThrownBy(() -> ventas.create(form, key, null))
                    .isInstanceOf(ApiException.class);
            assertThat(posts(line)).hasSizeGreaterThan(1);
            line.mend();
            var venta = ventas.create(form, key, null);
            var filter = FilterEdits.q(FiltroVentas.all(), String.valueOf(form.numeroOrden()));
            assertThat(ventas.page(filter, null, 10).results())
                    .extracting(row -> row.id())
                    .containsExactly(venta.id());
        }
    }

    @Test
    void aCorrectionWhoseAnswerGotLostIsSentAgainUnderItsKeyAndIsOneChange() throws IOException {
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url()).enter("ycardenas")) {
            var ventas = new HttpVentas(clerk.api());
            var venta = sold("Irene Salas");
            OFFICE.sales().returned(venta.id(), "Falta el segundo apellido");
            var version = ventas.one(venta.id()).version();
            var key = key();
            line.loseAnswers();
            assertThatThrownBy(() -> ventas.correct(venta.id(), change("Irene Sala", version), key))
                    .isInstanceOf(ApiException.class);
            line.mend();
            var corrected = ventas.correct(venta.id(), change("Irene Sala", version), key);
            assertThat(corrected.nombreCompleto()).isEqualTo("Irene Sala");
            assertThat(ventas.history(venta.id()))
                    .extracting(CambioVenta::accion)
                    .containsOnlyOnce("ventas.corregir");
        }
    }

    private static List<String> posts(Line line) {
        return line.requests().stream()
                .filter(sent -> sent.equals("POST /api/v1/ventas/"))
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Consumer<Throwable> is(ProblemCode code) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static VentaDatos withOrderAndLine(
            VentaDatos form, @Nullable String order, @Nullable String line) {
        return new VentaDatos(
                form.tipoDocumento(),
                form.documento(),
                form.documentoDv(),
                form.fechaExpedicion(),
                form.nombreCompleto(),
                form.telefonoLegalizacion(),
                form.planAdquiere(),
                line,
                form.nip(),
                form.fechaEntrega(),
                form.fechaVentanaCambio(),
                order,
                null,
                null,
                null,
                null,
                null);
    }

    private static VentaDatos ofAgent(VentaDatos form, long agent) {
        return new VentaDatos(
                form.tipoDocumento(),
                form.documento(),
                form.documentoDv(),
                form.fechaExpedicion(),
                form.nombreCompleto(),
                form.telefonoLegalizacion(),
                form.planAdquiere(),
                form.numeroAPortar(),
                form.nip(),
                form.fechaEntrega(),
                form.fechaVentanaCambio(),
                form.numeroOrden(),
                null,
                null,
                null,
                agent,
                null);
    }

    private static VentaDatos change(String nombre, Long version) {
        return new VentaDatos(
                null, null, null, null, nombre, null, null, null, null, null, null, null, null,
                null, null, null, version);
    }
}
