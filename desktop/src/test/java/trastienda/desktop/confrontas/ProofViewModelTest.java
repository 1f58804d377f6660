package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.desktop.ventas.Claim;
import trastienda.desktop.ventas.Finding;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

final class ProofViewModelTest {
    private static final List<Claim> CLAIMS =
            List.of(
                    new Claim("titular", List.of("María Gómez")),
                    new Claim("nip", List.of("48213")),
                    new Claim("expedicion", List.of("14/03/1999", "1999-03-14")));

    private final FakeConfrontas server = new FakeConfrontas();
    private final PreviewViewModel preview = new PreviewViewModel(new AtOnce());
    private final ProofViewModel proof = new ProofViewModel(preview);
    private final AtomicReference<Map<String, Finding>> told = new AtomicReference<>(Map.of());

    private void show(String name, String type, byte[] content) {
        var archivo = server.add(name, type, content, true);
        preview.show(archivo, () -> server.content(1, archivo));
    }

    @Test
    void saysOnWhichPageEachValueStandsAndWhichDoesNot() throws IOException {
        proof.setCurrent(true);
        proof.prove(CLAIMS, told::set);
        show(
                "a.pdf",
                "application/pdf",
                Papers.pdf(List.of("Titular MARIA GOMEZ", "Expedida 1999-03-14 NIP 48231")));
        assertThat(told.get())
                .containsExactly(
                        Map.entry("titular", new Finding.OnPage(0)),
                        Map.entry("nip", new Finding.Missing()),
                        Map.entry("expedicion", new Finding.OnPage(1)));
        assertThat(proof.marks()).extracting(ProofViewModel.Mark::page).containsExactly(0, 1);
        assertThat(proof.marks().getFirst().box().width()).isBetween(100.0, 200.0);
    }

    @Test
    void saysNothingOfAPictureOrAnOlderFile() throws IOException {
        proof.setCurrent(true);
        proof.prove(CLAIMS, told::set);
        show("a.png", "image/png", Papers.png(20, 20));
        assertThat(told.get()).isEmpty();
        show("a.pdf", "application/pdf", Papers.pdf(List.of("NIP 48213")));
        assertThat(told.get()).containsEntry("nip", new Finding.OnPage(0));
        proof.setCurrent(false);
        assertThat(told.get()).isEmpty();
        assertThat(proof.marks()).isEmpty();
    }
}
