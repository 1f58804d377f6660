package trastienda.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.TipoDocumento;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

class SharedTextTest {
    private static final Locale ES = Locale.of("es", "CO");

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void hasAWordForEveryConstantAndNoneThatNobodyUses(String language) {
        var wanted = new TreeSet<String>();
        keys("regla", Regla.values()).forEach(wanted::add);
        keys("problema", ProblemCode.values()).forEach(wanted::add);
        keys("estadoventa", EstadoVenta.values()).forEach(wanted::add);
        keys("estadologistica", EstadoLogistica.values()).forEach(wanted::add);
        keys("estadoportabilidad", EstadoPortabilidad.values()).forEach(wanted::add);
        keys("tipodocumento", TipoDocumento.values()).forEach(wanted::add);
        keys("tipoarchivo", TipoArchivo.values()).forEach(wanted::add);
        keys("estadoarchivo", EstadoArchivo.values()).forEach(wanted::add);
        keys("estadoconfronta", EstadoConfronta.values()).forEach(wanted::add);
        keys("accionventa", AccionVenta.values()).forEach(wanted::add);

        assertThat(new TreeSet<>(SharedText.bundle(Locale.of(language)).keySet()))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void everyTextIsAPatternThatFormats(String language) {
        var locale = Locale.of(language);
        assertThat(SharedText.bundle(locale).keySet())
                .allSatisfy(
                        key ->
                                assertThat(SharedText.of(locale, key, "uno", "dos"))
                                        .isNotBlank()
                                        .doesNotContain("{", "}"));
    }

    @Test
    void saysARuleWithItsParameters() {
        assertThat(SharedText.of(ES, FieldError.of("documento", Regla.LARGO, 3, 10)))
                .isEqualTo("Use entre 3 y 10 caracteres");
        assertThat(SharedText.of(Locale.ENGLISH, Regla.ARCHIVO_NO_ES_LO_QUE_DICE, "application/x"))
                .isEqualTo("The content is not what the file's name says (it is application/x)");
    }

    @Test
    void saysASizeInMegabytes() {
        assertThat(SharedText.of(ES, FieldError.of("confronta", Regla.ARCHIVO_GRANDE, 10_485_760)))
                .isEqualTo("El archivo supera el límite de 10 MB");
    }

    @Test
    void labelsAState() {
        assertThat(SharedText.label(ES, EstadoVenta.VENTA_CON_ESCALAMIENTO))
                .isEqualTo("Escalamiento solucionado");
        assertThat(SharedText.label(Locale.FRENCH, EstadoConfronta.POR_SUBIR))
                .isEqualTo("Por subir");
    }

    private static Stream<String> keys(String prefix, WireEnum... values) {
        return Arrays.stream(values).map(value -> prefix + "." + value.wire());
    }
}
