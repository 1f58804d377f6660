package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Objects;

final class PreviewViewModelTest {
    private final FakeConfrontas server = new FakeConfrontas();
    private final PreviewViewModel preview = new PreviewViewModel(new AtOnce());

    private void show(String name, String type, byte[] content) {
        var archivo = server.add(name, type, content, true);
        preview.show(archivo, () -> server.content(1, archivo));
    }

    private Raster raster() {
        return Objects.requireNonNull(preview.rasterProperty().get());
    }

    @Test
    void drawsAPdfAsWideAsTheRoomAndTurnsItsPages() throws IOException {
        preview.fit(500, 1);
        show("a.pdf", "application/pdf", Papers.pdf(3));
        assertThat(preview.stateProperty().get())
                .isEqualTo(new PreviewState.Drawn(server.kept.getFirst(), 3));
        assertThat(raster().width()).isBetween(499, 501);
        var first = raster();
        preview.previousPage();
        assertThat(preview.pageProperty().get()).isZero();
        preview.nextPage();
        assertThat(preview.pageProperty().get()).isEqualTo(1);
        assertThat(raster()).isNotSameAs(first);
        preview.nextPage();
        preview.nextPage();
        assertThat(preview.pageProperty().get()).isEqualTo(2);
    }

    @Test
    void drawsSharperWhenZoomedAndOnAFineScreen() throws IOException {
        preview.fit(400, 2);
        show("a.pdf", "application/pdf", Papers.pdf(1));
        assertThat(raster().width()).isBetween(799, 801);
        preview.zoomIn();
        assertThat(raster().width()).isBetween(999, 1001);
        for (var i = 0; i < 30; i++) {
            preview.zoomIn();
        }
        assertThat(Math.max(raster().width(), raster().height()))
                .isLessThanOrEqualTo(Preview.LONGEST);
        preview.zoomToFit();
        assertThat(preview.zoomProperty().get()).isEqualTo(1);
    }

    @Test
    void readsAHugePictureNoLargerThanItIsShown() throws IOException {
        preview.fit(500, 1);
        show("a.png", "image/png", Papers.png(5000, 3000));
        assertThat(raster().width()).isBetween(500, 1000);
        preview.rotate();
        assertThat(preview.rotationProperty().get()).isEqualTo(90);
    }

    @Test
    void showsACardForWord() {
        show("a.docx", "application/vnd.openxmlformats", new byte[4]);
        assertThat(preview.stateProperty().get()).isInstanceOf(PreviewState.Card.class);
        assertThat(preview.rasterProperty().get()).isNull();
    }

    @Test
    void saysThatAFileIsBrokenOrDidNotComeAndFetchesItAgain() throws IOException {
        show("a.pdf", "application/pdf", "no".getBytes(US_ASCII));
        assertThat(preview.stateProperty().get()).isInstanceOf(PreviewState.Failed.class);
        server.away = true;
        show("b.pdf", "application/pdf", Papers.pdf(1));
        assertThat(preview.stateProperty().get()).isInstanceOf(PreviewState.Failed.class);
        server.away = false;
        preview.retry();
        assertThat(preview.stateProperty().get()).isInstanceOf(PreviewState.Drawn.class);
    }
}
