package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.transfer.TransferState;
import trastienda.desktop.testing.Samples;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The files of the open sale: which one is shown, what may be dropped, and what comes of it.
final class ArchivosViewModelTest {
    private static final EnumSet<AccionVenta> ALL = EnumSet.allOf(AccionVenta.class);

    @TempDir Path home;
    private final FakeConfrontas server = new FakeConfrontas();
    private Sending sending = unopened();
    private ArchivosViewModel model = unopened();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unopened() {
        return null;
    }

    @BeforeEach
    void open() throws IOException {
        sending = new Sending(home.resolve("vault"), server);
        var fetcher = new AtOnce();
        model =
                new ArchivosViewModel(
                        server,
                        sending.queue(),
                        fetcher,
                        OpenedFiles.start(home.resolve("abiertos")),
                        new PreviewViewModel(fetcher));
        sending.queue().subscribe(next -> sending.execute(() -> model.onTransfer(next)));
    }

    @AfterEach
    void close() {
        sending.close();
    }

    private static VentaDetalle sale(long id, Set<AccionVenta> actions) {
        return Samples.venta(id, EstadoVenta.PENDIENTE_REVISION, 1, "Ana María Paz", actions);
    }

    private @Nullable String shown() {
        var archivo = model.shownProperty().get();
        return archivo == null ? null : archivo.nombre();
    }

    private Path paper(String name) throws IOException {
        return Files.write(home.resolve(name), Papers.pdf(1));
    }

    private DropProblem.@Nullable Kind refused() {
        return model.problemProperty().get() instanceof DropProblem problem ? problem.kind() : null;
    }

    @Test
    void showsTheCurrentFileAndStaysAtAnOlderOneThatOneLooksAt() throws IOException {
        var old = server.add("vieja.pdf", "application/pdf", Papers.pdf(1), false);
        server.add("actual.pdf", "application/pdf", Papers.pdf(1), true);
        model.show(sale(1, ALL));
        assertThat(shown()).isEqualTo("actual.pdf");
        model.look(old);
        model.refresh();
        assertThat(shown()).isEqualTo("vieja.pdf");
        assertThat(Objects.requireNonNull(model.current()).nombre()).isEqualTo("actual.pdf");
        model.show(null);
        assertThat(shown()).isNull();
        assertThat(model.files()).isEmpty();
    }

    @Test
    void whoMayNotFetchFilesIsToldInsteadOfShown() throws IOException {
        server.add("actual.pdf", "application/pdf", Papers.pdf(1), true);
        model.show(sale(1, EnumSet.noneOf(AccionVenta.class)));
        assertThat(model.preview().stateProperty().get())
                .isInstanceOf(PreviewState.Forbidden.class);
        model.drop(List.of(paper("otra.pdf")));
        assertThat(refused()).isEqualTo(DropProblem.Kind.NOT_ALLOWED);
        assertThat(sending.queue().transfers()).isEmpty();
    }

    @Test
    void takesOneFileAndNeitherSeveralNorAFolder() throws IOException {
        model.show(sale(1, ALL));
        model.drop(List.of(paper("a.pdf"), paper("b.pdf")));
        assertThat(refused()).isEqualTo(DropProblem.Kind.SEVERAL);
        model.drop(List.of(home));
        assertThat(refused()).isEqualTo(DropProblem.Kind.FOLDER);
        model.drop(List.of());
        assertThat(refused()).isEqualTo(DropProblem.Kind.NOT_A_FILE);
        assertThat(sending.queue().transfers()).isEmpty();
    }

    @Test
    void namesTheFileItDoesNotTakeAndForgetsTheOneBefore() throws IOException {
        model.show(sale(1, ALL));
        for (var name : List.of("vacia.pdf", "nada.pdf")) {
            model.drop(List.of(Files.createFile(home.resolve(name))));
            assertThat(model.problemProperty().get())
                    .isInstanceOfSatisfying(
                            FileProblem.class,
                            problem -> assertThat(problem.name()).isEqualTo(name));
        }
        model.drop(List.of(paper("buena.pdf")));
        assertThat(model.problemProperty().get()).isNull();
        sending.until("it is shown", () -> "buena.pdf".equals(shown()));
        model.drop(List.of(home));
        assertThat(refused()).isEqualTo(DropProblem.Kind.FOLDER);
        assertThat(model.transferProperty().get()).isNull();
    }

    @Test
    void aDroppedFileIsSentAndShownAndAnotherSalesIsNot() throws IOException {
        model.show(sale(1, ALL));
        model.drop(List.of(paper("nueva.pdf")));
        sending.until("it is shown", () -> "nueva.pdf".equals(shown()));
        var mine = Objects.requireNonNull(model.transferProperty().get());
        assertThat(mine.state()).isInstanceOf(TransferState.Stored.class);
        model.drop(List.of(paper("ajena.pdf")), 2, "PORTA-2", true);
        sending.until(
                "the other one is kept",
                () -> server.kept.stream().map(ArchivoVenta::nombre).anyMatch("ajena.pdf"::equals));
        assertThat(Objects.requireNonNull(model.transferProperty().get()).id())
                .isEqualTo(mine.id());
        model.dismiss();
        assertThat(model.transferProperty().get()).isNull();
    }

    @Test
    void deletesForAReasonAndKeepsTheFileOnScreenWhenTheServerIsAway() throws IOException {
        var archivo = server.add("actual.pdf", "application/pdf", Papers.pdf(1), true);
        model.show(sale(1, ALL));
        server.away = true;
        model.delete(archivo, "Es de otra persona", () -> {});
        assertThat(model.problemProperty().get()).isInstanceOf(IOException.class);
        assertThat(shown()).isEqualTo("actual.pdf");
        assertThat(model.workingProperty().get()).isZero();
        server.away = false;
        model.delete(archivo, "Es de otra persona", () -> {});
        assertThat(server.motivo).isEqualTo("Es de otra persona");
        assertThat(shown()).isNull();
    }

    @Test
    void whatFailsAfterAnotherSaleWasOpenedIsNotToldBesideThatOne() throws IOException {
        var late = new Later();
        var missed = new ArrayList<String>();
        var other =
                new ArchivosViewModel(
                        server,
                        sending.queue(),
                        late,
                        OpenedFiles.start(home.resolve("abiertos")),
                        new PreviewViewModel(new AtOnce()));
        other.onMissed((numero, cause) -> missed.add(numero));
        var archivo = server.add("actual.pdf", "application/pdf", Papers.pdf(1), true);
        other.show(sale(1, ALL));
        late.all();
        other.delete(archivo, "Es de otra persona", () -> {});
        assertThat(other.workingProperty().get()).isEqualTo(1);
        other.drop(List.of(home.resolve("no-existe.pdf")));
        other.show(sale(2, ALL));
        server.away = true;
        late.next();
        late.next();
        server.away = false;
        late.all();
        assertThat(other.problemProperty().get()).isNull();
        assertThat(missed).containsExactly(sale(1, ALL).numero(), sale(1, ALL).numero());
        assertThat(other.workingProperty().get()).isZero();
    }
}
