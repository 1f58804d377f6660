package trastienda.shared.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Regla;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

class VentaRulesTest {
    /// A Sunday.
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void acceptsAGoodSaleWithoutAWarning() {
        var valid = valid(VentaForm.good());
        assertThat(valid.advertencias()).isEmpty();
        assertThat(valid.venta().documento()).isEqualTo("1020304050");
        assertThat(valid.venta().nip()).isEqualTo(4512);
        assertThat(valid.venta().nipTexto()).isEqualTo("04512");
    }

    @Test
    void namesEveryMissingFieldAtOnce() {
        var nothing =
                new VentaDatos(
                        null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null);
        assertThat(errors(nothing))
                .allMatch(error -> error.regla() == Regla.OBLIGATORIO)
                .extracting(FieldError::campo)
                .containsExactlyInAnyOrder(
                        "tipo_documento",
                        "documento",
                        "fecha_expedicion",
                        "nombre_completo",
                        "telefono_legalizacion",
                        "plan_adquiere",
                        "numero_a_portar",
                        "nip",
                        "fecha_entrega",
                        "fecha_ventana_cambio",
                        "numero_orden");
    }

    @Test
    void namesEveryWrongFieldAtOnceWithoutTheRightOnes() {
        var form =
                VentaForm.good()
                        .with("documento", "0123")
                        .with("telefono_legalizacion", "123")
                        .with("numero_a_portar", "6011234567")
                        .with("nip", "123456")
                        .with("fecha_expedicion", "22/11/2020")
                        .with("fecha_ventana_cambio", "2026-11-23");
        assertThat(errors(form.datos()))
                .extracting(FieldError::campo, FieldError::regla)
                .containsExactlyInAnyOrder(
                        tuple("documento", Regla.CC_INVALIDA),
                        tuple("telefono_legalizacion", Regla.TELEFONO_INVALIDO),
                        tuple("numero_a_portar", Regla.NUMERO_A_PORTAR_INVALIDO),
                        tuple("nip", Regla.NIP_INVALIDO),
                        tuple("fecha_expedicion", Regla.NO_ES_FECHA),
                        tuple("fecha_ventana_cambio", Regla.VENTANA_ANTES_DE_ENTREGA));
    }

    @ParameterizedTest
    @CsvSource({
        "CC, 1.020.304.050, 1020304050, ",
        "CC, 123, 123, CC_LARGO_POCO_USUAL",
        "CC, 12345, 12345, CC_LARGO_POCO_USUAL",
        "CC, 123456, 123456, ",
        "CC, 123 456 789, 123456789, CC_LARGO_POCO_USUAL",
        "CE, 412.345, 412345, ",
        "CE, 12345, 12345, CE_LARGO_POCO_USUAL",
        "CE, 123456789, 123456789, CE_LARGO_POCO_USUAL",
        "PPT, 123456, 123456, ",
        "pp, ab 12-345, AB12345, ",
        "NIT, 900572445-2, 900572445, ",
        "NIT, 900.572.445 - 2, 900572445, "
    })
    void cleansAndAcceptsDocuments(String tipo, String typed, String kept, Regla warning) {
        var valid = valid(VentaForm.good().with("tipo_documento", tipo).with("documento", typed));
        assertThat(valid.venta().documento()).isEqualTo(kept);
        assertThat(valid.advertencias().stream().map(FieldError::regla).toList())
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @ParameterizedTest
    @CsvSource({
        "CC, 12, CC_INVALIDA",
        "CC, 012345, CC_INVALIDA",
        "CC, 12345678901, CC_INVALIDA",
        "CC, ١٢٣٤٥٦, CC_INVALIDA",
        "CE, E12345, CE_INVALIDA",
        "CE, 1234567890123456, CE_INVALIDA",
        "PPT, 12345, PPT_INVALIDO",
        "PPT, 1234567890, PPT_INVALIDO",
        "PP, A123, PASAPORTE_INVALIDO",
        "PP, ñ12345, PASAPORTE_INVALIDO",
        "NIT, 1234567, NIT_INVALIDO",
        "NIT, 12345678901-1, NIT_INVALIDO"
    })
    void refusesDocumentsThatCannotBe(String tipo, String typed, Regla rule) {
        var form = VentaForm.good().with("tipo_documento", tipo).with("documento", typed);
        assertThat(errors(form.datos()))
                .extracting(FieldError::campo, FieldError::regla)
                .containsExactly(tuple("documento", rule));
    }

    @Test
    void saysTheRightCheckDigit() {
        var form = VentaForm.good().with("tipo_documento", "NIT").with("documento", "900572445");
        assertThat(errors(form.datos()))
                .containsExactly(FieldError.of("documento_dv", Regla.NIT_DIGITO_FALTA, "2"));
        assertThat(errors(form.with("documento_dv", "7").datos()))
                .containsExactly(FieldError.of("documento_dv", Regla.NIT_DIGITO_ERRADO, "2"));
        assertThat(errors(form.with("documento", "900572445-3").with("documento_dv", "2").datos()))
                .containsExactly(FieldError.of("documento_dv", Regla.NIT_DIGITO_ERRADO, "2"));
        assertThat(valid(form.with("documento_dv", "2")).venta().documentoDv()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"800197268, 4", "890903938, 8", "860002964, 4", "899999068, 1", "830122566, 1"})
    void computesTheCheckDigitOfKnownFirms(String nit, int digit) {
        assertThat(Nit.checkDigit(nit)).isEqualTo(digit);
    }

    @ParameterizedTest
    @CsvSource({
        "+57 300 123 4567, 3001234567",
        "(601) 745-6789, 6017456789",
        "573001234567, 3001234567",
        "0057 3001234567, 3001234567",
        "300.123.4567, 3001234567"
    })
    void stripsSeparatorsAndTheCountryOfPhones(String typed, String kept) {
        assertThat(valid(VentaForm.good().with("telefono_legalizacion", typed)).venta())
                .extracting(VentaLimpia::telefonoLegalizacion)
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6031234567", "6091234567", "2001234567", "300123456", "30012345678"})
    void refusesPhonesThatCannotBe(String typed) {
        assertThat(errors(VentaForm.good().with("telefono_legalizacion", typed).datos()))
                .containsExactly(FieldError.of("telefono_legalizacion", Regla.TELEFONO_INVALIDO));
    }

    @Test
    void aPhoneThatNobodyAssignedOnlyWarns() {
        var valid = valid(VentaForm.good().with("numero_a_portar", "3990000000"));
        assertThat(valid.advertencias())
                .containsExactly(FieldError.of("numero_a_portar", Regla.TELEFONO_DUDOSO));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-12-01, VENTANA_IGUAL_A_ENTREGA",
        "2026-11-01, 2026-11-19, VENTANA_PASADA",
        "2026-11-24, 2026-11-28, VENTANA_FIN_DE_SEMANA",
        "2026-11-24, 2026-11-29, VENTANA_FIN_DE_SEMANA",
        "2026-11-24, 2026-12-08, VENTANA_FESTIVO",
        "2026-11-24, 2026-11-25, "
    })
    void warnsOfOddChangeWindows(String entrega, String ventana, Regla warning) {
        var valid =
                valid(
                        VentaForm.good()
                                .with("fecha_entrega", entrega)
                                .with("fecha_ventana_cambio", ventana));
        assertThat(valid.advertencias().stream().map(FieldError::regla).toList())
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void aDocumentIssuedTomorrowIsAnErrorAndTodayIsNot() {
        assertThat(errors(VentaForm.good().with("fecha_expedicion", "2026-11-23").datos()))
                .containsExactly(FieldError.of("fecha_expedicion", Regla.FECHA_FUTURA));
        assertThat(valid(VentaForm.good().with("fecha_expedicion", "2026-11-22")).advertencias())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "0000-01-01", "+99999-01-01", "2026-13-01", "hoy"})
    void refusesDatesThatAreNone(String typed) {
        assertThat(errors(VentaForm.good().with("fecha_expedicion", typed).datos()))
                .extracting(FieldError::campo)
                .containsExactly("fecha_expedicion");
    }

    @Test
    void countsCharactersAsTheColumnDoes() {
        var emoji = "😀".repeat(VentaRules.MAX_NUMERO_ORDEN);
        assertThat(valid(VentaForm.good().with("numero_orden", emoji)).venta().numeroOrden())
                .isEqualTo(emoji);
        assertThat(errors(VentaForm.good().with("numero_orden", emoji + "1").datos()))
                .containsExactly(FieldError.of("numero_orden", Regla.LARGO_MAXIMO, 50));
        assertThat(errors(VentaForm.good().with("nombre_completo", "a".repeat(201)).datos()))
                .containsExactly(FieldError.of("nombre_completo", Regla.LARGO_MAXIMO, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD800b", "\uDC00ab", "a\u0007b"})
    void refusesCharactersThatCannotBeKept(String typed) {
        for (var campo : List.of("nombre_completo", "numero_orden", "observacion", "base_origen")) {
            assertThat(errors(VentaForm.good().with(campo, typed).datos()))
                    .containsExactly(FieldError.of(campo, Regla.CARACTERES_INVALIDOS));
        }
    }

    @Test
    void tidiesTextButKeepsParagraphs() {
        var venta =
                valid(
                                VentaForm.good()
                                        .with("nombre_completo", "  José \u00a0 Nuñez\t")
                                        .with("observacion", " uno\r\n\tdos "))
                        .venta();
        assertThat(venta.nombreCompleto()).isEqualTo("José Nuñez");
        assertThat(venta.observacion()).isEqualTo("uno\n\tdos");
    }

    @Test
    void nothingTypedEverBreaksTheRulesThemselves() {
        var random = new Random(20261122);
        var alphabet = "0123456789abzAZ -.+()ñé\u0000\uD83D\uDE00\u202E\n'\";%_\\";
        for (int round = 0; round < 5_000; round++) {
            var form = VentaForm.good();
            for (var campo : VentaForm.FIELDS) {
                if (random.nextInt(3) == 0) {
                    var typed = new StringBuilder();
                    for (int i = random.nextInt(20); i > 0; i--) {
                        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    form = form.with(campo, typed.toString());
                }
            }
            switch (VentaRules.check(form.datos(), TODAY)) {
                case RevisionVenta.Valida(var venta, var warnings) ->
                        assertThat(VentaRules.check(VentaForm.of(venta).datos(), TODAY))
                                .as("cleaning what is clean changes nothing")
                                .isEqualTo(new RevisionVenta.Valida(venta, warnings));
                case RevisionVenta.Invalida(var errors, var _) ->
                        assertThat(errors)
                                .isNotEmpty()
                                .extracting(FieldError::campo)
                                .doesNotHaveDuplicates();
            }
        }
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static RevisionVenta.Valida valid(VentaForm form) {
        var checked = VentaRules.check(form.datos(), TODAY);
        assertThat(checked).isInstanceOf(RevisionVenta.Valida.class);
        return (RevisionVenta.Valida) checked;
    }

    private static List<FieldError> errors(VentaDatos datos) {
        var checked = VentaRules.check(datos, TODAY);
        assertThat(checked).isInstanceOf(RevisionVenta.Invalida.class);
        return ((RevisionVenta.Invalida) checked).errores();
    }
}
