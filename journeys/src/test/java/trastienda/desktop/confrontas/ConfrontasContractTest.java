package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import trastienda.desktop.platform.api.ApiException;
import trastienda.desktop.platform.transfer.Cancellation;
import trastienda.desktop.platform.transfer.Target;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferState;
import trastienda.desktop.testing.Clerk;
import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Soon;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.hash.Sha256;
import trastienda.shared.http.Paths;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.VentaDetalle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/// What `HttpConfrontas` and the real server agree on.
class ConfrontasContractTest {
    private static final Office OFFICE = Office.open();
    private static final Clerk AGENT = Clerk.in("ycardenas");
    private static final HttpConfrontas OWNER = new HttpConfrontas(AGENT.api());
    private static final HttpConfrontas OTHER = new HttpConfrontas(Clerk.in("lmoreno").api());
    private static final HttpConfrontas BACK_OFFICE = new HttpConfrontas(Clerk.in("ptorres").api());

    private static long sold(String nombre) throws IOException {
        return AGENT.api()
                .post(Paths.VENTAS)
                .once(UUID.randomUUID().toString())
                .json(OFFICE.sales().form(nombre))
                .as(VentaDetalle.class)
                .id();
    }

    private static Transfer transfer(long ventaId, String name, byte[] bytes) {
        return transfer(ventaId, name, bytes, UUID.randomUUID().toString());
    }

    private static Transfer transfer(long ventaId, String name, byte[] bytes, String key) {
        return new Transfer(
                UUID.randomUUID().toString(),
                key,
                new Target(ventaId, "PORTA-1", TipoArchivo.CONFRONTA),
                name,
                bytes.length,
                Sha256.hex(bytes),
                Instant.now(),
                new TransferState.Waiting());
    }

    private static ArchivoVenta send(HttpConfrontas as, Transfer transfer, byte[] bytes)
            throws IOException {
        return as.send(transfer, () -> new ByteArrayInputStream(bytes), new Cancellation());
    }

    @Test
    void aFileComesBackByteForByteAndTheOlderOneStays() throws IOException {
        var venta = sold("Ana Rubio");
        var first = Papers.pdf(2);
        var sent = send(OWNER, transfer(venta, "confronta ñandú.pdf", first), first);
        assertThat(sent.estado()).isEqualTo(EstadoArchivo.GUARDADO);
        assertThat(sent.vigente()).isTrue();
        assertThat(sent.sha256()).isEqualTo(Sha256.hex(first));
        assertThat(sent.nombre()).isEqualTo("confronta ñandú.pdf");
        assertThat(OWNER.content(venta, sent)).isEqualTo(first);

        var second = Papers.pdf(1);
        var replaced = send(BACK_OFFICE, transfer(venta, "otra.pdf", second), second);
        assertThat(OWNER.files(venta))
                .extracting(ArchivoVenta::id)
                .containsExactlyInAnyOrder(sent.id(), replaced.id());
        assertThat(OWNER.files(venta))
                .filteredOn(ArchivoVenta::vigente)
                .extracting(ArchivoVenta::id)
                .containsExactly(replaced.id());
        assertThat(OWNER.content(venta, sent)).isEqualTo(first);
    }

    @Test
    void theSameKeyIsOneFileAndIsForThatFileAlone() throws IOException {
        var venta = sold("Berta Luna");
        var bytes = Papers.pdf(1);
        var transfer = transfer(venta, "c.pdf", bytes);
        var first = send(OWNER, transfer, bytes);
        assertThat(send(OWNER, transfer, bytes).id()).isEqualTo(first.id());
        assertThat(OWNER.files(venta)).hasSize(1);
        var other = Papers.pdf(3);
        var again = transfer(venta, "c.pdf", other, transfer.key());
        assertThatThrownBy(() -> send(OWNER, again, other))
                .satisfies(is(ProblemCode.CLAVE_CON_OTRO_CONTENIDO));
    }

    @Test
    void filesOfOthersSalesAreNotFound() throws IOException {
        var venta = sold("Carmen Díaz");
        var bytes = Papers.pdf(1);
        var sent = send(OWNER, transfer(venta, "c.pdf", bytes), bytes);
        assertThatThrownBy(() -> OTHER.files(venta)).satisfies(is(ProblemCode.NO_ENCONTRADO));
        assertThatThrownBy(() -> OTHER.content(venta, sent))
                .satisfies(is(ProblemCode.NO_ENCONTRADO));
        assertThatThrownBy(() -> send(OTHER, transfer(venta, "c.pdf", bytes), bytes))
                .satisfies(is(ProblemCode.NO_ENCONTRADO));
        assertThatThrownBy(() -> OTHER.delete(venta, sent.id(), "no es mía"))
                .satisfies(isOneOf(ProblemCode.NO_ENCONTRADO, ProblemCode.SIN_PERMISO));
    }

    @Test
    void aBadFileIsRefusedWithItsFieldAndItsRule() throws IOException {
        var venta = sold("Dolores Ruiz");
        var empty = new byte[0];
        var program = "MZ\u0090\u0000esto no es un pdf".getBytes(StandardCharsets.ISO_8859_1);
        assertRule(venta, "vacia.pdf", empty, Regla.ARCHIVO_VACIO);
        assertRule(venta, "programa.pdf", program, Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        assertRule(venta, "hoja.xlsx", Papers.pdf(1), Regla.ARCHIVO_EXTENSION);
        assertThat(OWNER.files(venta)).isEmpty();
    }

    private static void assertRule(long venta, String name, byte[] bytes, Regla rule) {
        var refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> send(OWNER, transfer(venta, name, bytes), bytes));
        assertThat(refused.code()).isEqualTo(ProblemCode.ARCHIVO_INVALIDO);
        assertThat(refused.errors())
                .extracting(FieldError::campo, FieldError::regla)
                .containsExactly(tuple("confronta", rule));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItTravels() throws IOException {
        var venta = sold("Elena Cruz");
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url()).enter("ycardenas")) {
            var before = line.passed();
            var large = new byte[(int) ArchivoLimits.MAX_BYTES + 1];
            var refused =
                    catchThrowableOfType(
                            ProblemException.class,
                            () ->
                                    send(
                                            new HttpConfrontas(clerk.api()),
                                            transfer(venta, "grande.pdf", large),
                                            large));
            assertThat(refused.code()).isEqualTo(ProblemCode.DEMASIADO_GRANDE);
            assertThat(refused.errors()).extracting(FieldError::campo).containsExactly("confronta");
            assertThat(line.passed() - before).isLessThan(64 * 1024);
        }
    }

    @Test
    void aFileThatIsNotTheOneAnnouncedIsRefused() throws IOException {
        var venta = sold("Flor Marina Gil");
        var announced = Papers.pdf(1);
        var changed = announced.clone();
        changed[changed.length / 2] ^= 1;
        assertThatThrownBy(() -> send(OWNER, transfer(venta, "c.pdf", announced), changed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.errors())
                                        .extracting(FieldError::regla)
                                        .containsExactly(Regla.ARCHIVO_CAMBIO));
    }

    @Test
    void backOfficeDeletesWithAReasonAndAnAgentDoesNot() throws IOException {
        var venta = sold("Gilma Rosa Pava");
        var bytes = Papers.pdf(1);
        var sent = send(OWNER, transfer(venta, "c.pdf", bytes), bytes);
        assertThatThrownBy(() -> OWNER.delete(venta, sent.id(), "me equivoqué"))
                .satisfies(is(ProblemCode.SIN_PERMISO));
        assertThatThrownBy(() -> BACK_OFFICE.delete(venta, sent.id(), " "))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.errors())
                                        .extracting(FieldError::campo)
                                        .containsExactly("motivo"));
        BACK_OFFICE.delete(venta, sent.id(), "Es de otra venta");
        assertThat(BACK_OFFICE.files(venta))
                .singleElement()
                .satisfies(
                        file -> {
                            assertThat(file.estado()).isEqualTo(EstadoArchivo.ELIMINADO);
                            assertThat(file.motivo()).isEqualTo("Es de otra venta");
                        });
        assertThatThrownBy(() -> BACK_OFFICE.delete(venta, 999_999_999, "nada"))
                .satisfies(is(ProblemCode.NO_ENCONTRADO));
    }

    @Test
    void resubmittingVerifiesWhatIsThereAndSaysWhenThereIsNothing() throws IOException {
        var venta = sold("Helena Toro");
        assertThatThrownBy(() -> BACK_OFFICE.resubmit(venta, ""))
                .satisfies(is(ProblemCode.NADA_QUE_SUBIR));
        var bytes = Papers.pdf(1);
        send(OWNER, transfer(venta, "c.pdf", bytes), bytes);
        assertThat(BACK_OFFICE.resubmit(venta, "por si acaso").success()).isTrue();
        assertThatThrownBy(() -> OWNER.resubmit(venta, "")).satisfies(is(ProblemCode.SIN_PERMISO));
    }

    @Test
    void aCutUploadIsNotSentAgainByTheClientAndIsOneFileUnderItsKey() throws IOException {
        var venta = sold("Inés Palacio");
        var bytes = Papers.pdf(1);
        var transfer = transfer(venta, "c.pdf", bytes);
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url()).enter("ycardenas")) {
            var desk = new HttpConfrontas(clerk.api());
            line.loseAnswers();
            assertThatThrownBy(() -> send(desk, transfer, bytes)).isInstanceOf(ApiException.class);
            assertThat(line.requests()).filteredOn(sent -> sent.startsWith("PUT")).hasSize(1);
            line.mend();
            Soon.holds(
                    "the file is kept",
                    () -> send(desk, transfer, bytes).estado() == EstadoArchivo.GUARDADO);
        }
        assertThat(OWNER.files(venta)).hasSize(1);
    }

    private static Consumer<Throwable> is(ProblemCode code) {
        return isOneOf(code);
    }

    private static Consumer<Throwable> isOneOf(ProblemCode... codes) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused -> assertThat(refused.code()).isIn((Object[]) codes));
    }
}
