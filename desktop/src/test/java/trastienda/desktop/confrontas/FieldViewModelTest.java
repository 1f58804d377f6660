package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.confrontas.FieldViewModel.State;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.testing.Samples;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file handed in with a form: whatever happens while it is still being copied, it goes with the
/// sale or is let go, and never stays behind on the disk.
final class FieldViewModelTest {
    @TempDir Path home;
    private final FakeConfrontas server = new FakeConfrontas();
    private final Later later = new Later();
    private final List<String> missed = new ArrayList<>();
    private Sending sending = unopened();
    private FieldViewModel field = unopened();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unopened() {
        return null;
    }

    @BeforeEach
    void open() throws IOException {
        server.away = true;
        sending = new Sending(home.resolve("bodega"), server);
        field = new FieldViewModel(sending.queue(), later, this::onMissed);
    }

    @AfterEach
    void close() {
        sending.close();
    }

    @Test
    void holdsWhatWasHandedInUntilTheSaleIsSaved() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        assertThat(field.stateProperty().get()).isEqualTo(new State.Copying());
        later.all();
        assertThat(shown()).isEqualTo("uno.pdf");
        assertThat(field.heldProperty().get()).isNotNull();

        field.send(sale());
        later.all();
        assertThat(sent()).containsExactly("uno.pdf");
        assertThat(field.stateProperty().get()).isEqualTo(new State.Empty(null));
    }

    @Test
    void sendsWhatWasStillBeingCopiedWhenTheSaleWasSaved() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        field.send(sale());
        assertThat(sent()).isEmpty();
        later.all();
        assertThat(sent()).containsExactly("uno.pdf");
        assertThat(copies()).isOne();
    }

    @Test
    void ofSeveralTheLastCounts() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        field.take(List.of(paper("dos.pdf")));
        field.take(List.of(paper("tres.pdf")));
        later.backwards();
        assertThat(shown()).isEqualTo("tres.pdf");
        later.all();
        assertThat(copies()).isOne();
        field.send(sale());
        later.all();
        assertThat(sent()).containsExactly("tres.pdf");
    }

    @Test
    void letsGoOfACopyThatIsNoLongerWanted() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        field.discard();
        later.all();
        assertThat(field.stateProperty().get()).isEqualTo(new State.Empty(null));
        assertThat(copies()).isZero();
    }

    @Test
    void whatCannotBeReadLeavesTheFileBeforeInItsPlace() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        later.all();
        field.take(List.of(home.resolve("no-existe.pdf")));
        later.all();
        assertThat(field.troubleProperty().get())
                .isInstanceOfSatisfying(
                        FileProblem.class,
                        problem -> assertThat(problem.name()).isEqualTo("no-existe.pdf"));
        assertThat(shown()).isEqualTo("uno.pdf");
        field.send(sale());
        later.all();
        assertThat(sent()).containsExactly("uno.pdf");
        assertThat(missed).isEmpty();
    }

    @Test
    void whatCannotBeReadOnceTheSaleIsSavedIsToldAndNothingElseGoesInItsPlace() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        later.all();
        field.take(List.of(home.resolve("no-existe.pdf")));
        field.send(sale());
        later.all();
        assertThat(missed).containsExactly(sale().numero());
        assertThat(sent()).isEmpty();
        assertThat(copies()).isZero();
    }

    @Test
    void takesOneFileAtATimeAndNoFolder() throws IOException {
        field.take(List.of(paper("uno.pdf"), paper("dos.pdf")));
        assertThat(trouble()).isEqualTo(DropProblem.Kind.SEVERAL);
        field.take(List.of());
        assertThat(trouble()).isEqualTo(DropProblem.Kind.NOT_A_FILE);
        field.take(List.of(home));
        later.all();
        assertThat(trouble()).isEqualTo(DropProblem.Kind.FOLDER);
        field.keeps("actual.pdf");
        assertThat(field.stateProperty().get()).isEqualTo(new State.Empty("actual.pdf"));
    }

    @Test
    void takesUpTheCopyThatADraftNames() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        later.all();
        var again = new FieldViewModel(sending.queue(), later, this::onMissed);
        again.restore(String.valueOf(field.heldProperty().get()));
        assertThat(again.heldProperty().get()).isEqualTo(field.heldProperty().get());
        again.restore("de-ninguna-parte");
        assertThat(again.heldProperty().get()).isEqualTo(field.heldProperty().get());
    }

    @Test
    void theDraftsCopyTakesThePlaceOfWhatWasHandedInMeanwhile() throws IOException {
        field.take(List.of(paper("uno.pdf")));
        later.all();
        var again = new FieldViewModel(sending.queue(), later, this::onMissed);
        again.take(List.of(paper("dos.pdf")));
        later.all();
        again.take(List.of(paper("tres.pdf")));
        again.restore(String.valueOf(field.heldProperty().get()));
        later.all();
        assertThat(again.heldProperty().get()).isEqualTo(field.heldProperty().get());
        assertThat(copies()).isOne();
    }

    private void onMissed(String numero, Exception cause) {
        assertThat(cause).isNotNull();
        missed.add(numero);
    }

    private Path paper(String name) throws IOException {
        return Files.write(home.resolve(name), Papers.pdf(1));
    }

    private String shown() {
        return field.stateProperty().get() instanceof State.Holding(var copy) ? copy.name() : "";
    }

    private Object trouble() {
        return field.troubleProperty().get() instanceof DropProblem problem ? problem.kind() : "";
    }

    private List<String> sent() {
        return sending.queue().transfers().stream().map(Transfer::name).toList();
    }

    /// The copies on this computer, sent or not.
    private long copies() throws IOException {
        try (var files = Files.list(home.resolve("bodega/spool"))) {
            return files.count();
        }
    }

    private static VentaDetalle sale() {
        return Samples.venta(7, EstadoVenta.PENDIENTE_REVISION, 1);
    }
}
