package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.shared.ventas.CambioCampo;
import trastienda.shared.ventas.CambioVenta;

import java.time.Instant;
import java.util.List;

/// A history in which the same again and again is one line.
final class DeedTest {
    private static CambioVenta change(long id, String quien, String accion, String archivo) {
        return new CambioVenta(
                id,
                Instant.EPOCH.plusSeconds(id),
                1L,
                quien,
                accion,
                List.of(new CambioCampo("nombre", null, archivo)),
                null);
    }

    @Test
    void whatIsDoneSeveralTimesOnEndIsOneDeedOfTheNewestTime() {
        var newest = change(9, "Ana", "confrontas.descargar", "uno.pdf");
        var deeds =
                Deed.of(
                        List.of(
                                newest,
                                change(8, "Ana", "confrontas.descargar", "uno.pdf"),
                                change(7, "Ana", "confrontas.descargar", "uno.pdf")));
        assertThat(deeds).containsExactly(new Deed(newest, 3));
    }

    @Test
    void anotherPersonAnotherFileAndAnotherActAreDeedsOfTheirOwn() {
        var history =
                List.of(
                        change(5, "Ana", "confrontas.descargar", "uno.pdf"),
                        change(4, "Eva", "confrontas.descargar", "uno.pdf"),
                        change(3, "Eva", "confrontas.descargar", "dos.pdf"),
                        change(2, "Eva", "confrontas.subir", "dos.pdf"),
                        change(1, "Ana", "confrontas.descargar", "uno.pdf"));
        assertThat(Deed.of(history)).extracting(Deed::change).containsExactlyElementsOf(history);
        assertThat(Deed.of(history)).extracting(Deed::times).containsOnly(1);
    }
}
