package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.vault.SystemKeys;
import trastienda.desktop.platform.vault.Vault;
import trastienda.desktop.testing.Samples;
import trastienda.shared.json.Json;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

final class VentaFormViewModelTest {
    @TempDir Path home;
    private final FakeVentas server = new FakeVentas();
    private final Direct direct = new Direct();
    private Borradores drafts = unopened();

    @BeforeEach
    void vault() throws IOException {
        drafts = new Borradores(Vault.open(home, SystemKeys.none()).folder("borradores"));
    }

    @SuppressWarnings("NullAway")
    private static Borradores unopened() {
        return null;
    }

    private VentaFormViewModel form(@Nullable VentaDetalle original) {
        var clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        var form = new VentaFormViewModel(server, drafts, direct, clock, original);
        form.open(false);
        return form;
    }

    @Test
    void onlyPlansThatAreSoldAreOffered() {
        assertThat(form(null).plans()).extracting(Plan::id).containsExactly(7L);
    }

    private static void fill(VentaFormViewModel form) {
        form.value(Campo.DOCUMENTO).set("52.814.337");
        form.value(Campo.FECHA_EXPEDICION).set("1999-03-14");
        form.value(Campo.NOMBRE_COMPLETO).set("María Fernanda Gómez Ruiz");
        form.value(Campo.TELEFONO_LEGALIZACION).set("310 775 2184");
        form.value(Campo.PLAN_ADQUIERE).set("7");
        form.value(Campo.NUMERO_A_PORTAR).set("3154829067");
        form.value(Campo.NIP).set("04512");
        form.value(Campo.FECHA_ENTREGA).set("2026-11-23");
        form.value(Campo.FECHA_VENTANA_CAMBIO).set("2026-11-25");
        form.value(Campo.NUMERO_ORDEN).set("2-8840017735");
    }

    private static @Nullable Regla error(VentaFormViewModel form, Campo campo) {
        var error = form.errors().get(campo);
        return error == null ? null : error.regla();
    }

    @Test
    void saysNothingOfAFieldThatOneHasNotLeftYet() {
        var form = form(null);
        form.value(Campo.NIP).set("12");
        assertThat(form.errors()).isEmpty();
        form.leave(Campo.NIP);
        assertThat(error(form, Campo.NIP)).isEqualTo(Regla.NIP_INVALIDO);
        form.value(Campo.NIP).set("12345");
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void namesWhatIsMissingAndAllThatIsWrongWhenSaving() {
        var form = form(null);
        form.value(Campo.TIPO_DOCUMENTO).set("NIT");
        form.value(Campo.DOCUMENTO).set("900572445");
        assertThat(form.missing()).contains(Campo.NIP).doesNotContain(Campo.DOCUMENTO);
        form.save();
        assertThat(form.errors().keySet())
                .contains(Campo.DOCUMENTO_DV, Campo.NIP, Campo.PLAN_ADQUIERE);
        assertThat(server.written).isEmpty();
    }

    @Test
    void warnsWithoutStopping() {
        var form = form(null);
        fill(form);
        form.value(Campo.FECHA_VENTANA_CAMBIO).set("2026-11-23");
        form.leave(Campo.FECHA_VENTANA_CAMBIO);
        var warning = form.warnings().get(Campo.FECHA_VENTANA_CAMBIO);
        assertThat(Objects.requireNonNull(warning).regla())
                .isEqualTo(Regla.VENTANA_IGUAL_A_ENTREGA);
        form.save();
        assertThat(form.stateProperty().get()).isInstanceOf(FormState.Saved.class);
    }

    @Test
    void aDoubleClickRegistersOneSale() {
        var form = form(null);
        fill(form);
        direct.hold();
        form.save();
        form.save();
        direct.letGo();
        form.save();
        assertThat(server.written).hasSize(1);
    }

    @Test
    void putsTheServersErrorsAtTheirFieldsAndTakesThemAwayWhenOneTypes() {
        server.refusal =
                ProblemException.of(
                        ProblemCode.DATOS_INVALIDOS,
                        List.of(FieldError.of("numero_orden", Regla.ORDEN_REPETIDA)));
        var form = form(null);
        fill(form);
        form.save();
        assertThat(error(form, Campo.NUMERO_ORDEN)).isEqualTo(Regla.ORDEN_REPETIDA);
        form.value(Campo.NUMERO_ORDEN).set("otra");
        assertThat(form.errors()).isEmpty();
        server.refusal = null;
        form.save();
        assertThat(server.keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void sendsTheSameKeyAgainWhenTheServerDidNotAnswer() {
        var form = form(null);
        fill(form);
        server.away = true;
        form.save();
        assertThat(form.stateProperty().get()).isInstanceOf(FormState.Failed.class);
        server.away = false;
        form.save();
        assertThat(server.keys).hasSize(2).containsOnly(server.keys.getFirst());
    }

    @Test
    void registersForAReasonWhatALineWithAnActiveSaleRefused() {
        server.refusal = ProblemException.of(ProblemCode.LINEA_CON_VENTA_ACTIVA);
        var form = form(null);
        fill(form);
        form.save();
        assertThat(form.isLineTaken()).isTrue();
        assertThat(form.value(Campo.NOMBRE_COMPLETO).get()).isEqualTo("María Fernanda Gómez Ruiz");
        server.refusal = null;
        server.away = true;
        form.saveAnyway("Cambió de operador dos veces");
        server.away = false;
        form.save();
        assertThat(form.stateProperty().get()).isInstanceOf(FormState.Saved.class);
        assertThat(server.exceptions)
                .containsExactly(
                        "null", "Cambió de operador dos veces", "Cambió de operador dos veces");
        assertThat(server.keys.get(2))
                .isEqualTo(server.keys.get(1))
                .isNotEqualTo(server.keys.get(0));
    }

    @Test
    void aCorrectionGoesAgainUnderItsKeyUntilThereIsAnAnswer() {
        var read = Samples.venta(5, EstadoVenta.DEVUELTA, 3, "María Gómez");
        server.add(read);
        var form = form(read);
        form.value(Campo.NOMBRE_COMPLETO).set("María Fernanda Gómez Ruiz");
        server.away = true;
        form.save();
        server.away = false;
        server.refusal = ProblemException.stale(Json.mapper().valueToTree(read));
        form.save();
        server.refusal = null;
        form.save();
        assertThat(form.stateProperty().get()).isInstanceOf(FormState.Saved.class);
        assertThat(server.keys.get(1)).isEqualTo(server.keys.get(0));
        assertThat(server.keys.get(2)).isNotEqualTo(server.keys.get(0));
    }

    @Test
    void offersAfterACrashWhatWasTyped() {
        var form = form(null);
        fill(form);
        form.setFile("copia-1");
        form.saveDraft();
        var after = form(null);
        assertThat(after.offeredProperty().get()).isNotNull();
        assertThat(after.value(Campo.DOCUMENTO).get()).isEmpty();
        after.takeDraft();
        assertThat(after.value(Campo.DOCUMENTO).get()).isEqualTo("52.814.337");
        assertThat(after.file()).isEqualTo("copia-1");
        after.save();
        assertThat(form(null).offeredProperty().get()).isNull();
    }

    @Test
    void sendsACorrectionFoundAfterACrashAsItWasSent() {
        var read = Samples.venta(5, EstadoVenta.DEVUELTA, 3);
        server.add(read);
        var form = form(read);
        form.value(Campo.NOMBRE_COMPLETO).set("María Gómez Ruiz");
        form.saveDraft();
        var after = form(Samples.venta(5, EstadoVenta.DEVUELTA, 4));
        after.takeDraft();
        after.save();
        assertThat(server.written.getLast().version()).isEqualTo(3);
    }

    @Test
    void forgetsADraftThatOneDoesNotWant() {
        var form = form(null);
        fill(form);
        form.saveDraft();
        form(null).refuseDraft();
        assertThat(form(null).offeredProperty().get()).isNull();
    }

    @Test
    void keepsWhatWasTypedWhenTheSaleChangedMeanwhile() {
        var read = Samples.venta(5, EstadoVenta.DEVUELTA, 3);
        var now = Samples.venta(5, EstadoVenta.DEVUELTA, 4, "María F. Gómez");
        server.add(now);
        var form = form(read);
        form.value(Campo.NIP).set("48231");
        server.refusal = ProblemException.stale(Json.mapper().valueToTree(now));
        form.save();
        assertThat(form.stateProperty().get()).isEqualTo(new FormState.Stale(now));
        assertThat(form.differences()).containsExactlyInAnyOrder(Campo.NIP, Campo.NOMBRE_COMPLETO);
        form.takeActual(Campo.NOMBRE_COMPLETO);
        assertThat(form.value(Campo.NOMBRE_COMPLETO).get()).isEqualTo("María F. Gómez");
        assertThat(form.value(Campo.NIP).get()).isEqualTo("48231");
        server.refusal = null;
        form.save();
        assertThat(server.written.getLast().version()).isEqualTo(4);
    }

    @Test
    void aDraftThatCannotBeKeptIsToldButNeverOverWhatBecameOfTheSale() throws IOException {
        var read = Samples.venta(5, EstadoVenta.DEVUELTA, 3);
        var now = Samples.venta(5, EstadoVenta.DEVUELTA, 4, "María F. Gómez");
        server.add(now);
        var form = form(read);
        form.value(Campo.NIP).set("48231");
        Files.delete(home.resolve("borradores"));
        form.saveDraft();
        assertThat(form.stateProperty().get()).isInstanceOf(FormState.Failed.class);

        server.refusal = ProblemException.stale(Json.mapper().valueToTree(now));
        form.save();
        form.saveDraft();
        assertThat(form.stateProperty().get()).isEqualTo(new FormState.Stale(now));
    }
}
