package trastienda.desktop.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.vault.SystemKeys;
import trastienda.desktop.platform.vault.Vault;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class TransferQueueTest {
    private static final Target SALE =
            new Target(12, "PORTA-20261119063712", TipoArchivo.CONFRONTA);

    @TempDir Path home;
    private final FakeServer server = new FakeServer();
    private final List<TransferQueue> opened = new ArrayList<>();
    private TransferQueue queue;

    @BeforeEach
    void open() throws IOException {
        queue = another();
    }

    @AfterEach
    void close() {
        opened.forEach(TransferQueue::close);
    }

    private TransferQueue another() throws IOException {
        var vault = Vault.open(home.resolve("vault"), SystemKeys.none());
        var pace = new Pace(3, attempt -> Duration.ofMillis(1));
        var made = new TransferQueue(vault, server, Clock.systemUTC(), pace);
        opened.add(made);
        return made;
    }

    private Path pdf(String name, int size) throws IOException {
        var bytes = new byte[size];
        System.arraycopy("%PDF-1.7\n".getBytes(US_ASCII), 0, bytes, 0, 9);
        return Files.write(home.resolve(name), bytes);
    }

    private Transfer send(Path file) throws IOException {
        return queue.enqueue(queue.hold(file), SALE);
    }

    private List<String> left(String folder) throws IOException {
        return Vault.open(home.resolve("vault"), SystemKeys.none()).folder(folder).names();
    }

    @Test
    void sendsAFileOnceAndLeavesNothingBehind() throws Exception {
        var transfer = send(pdf("confronta.pdf", 300_000));
        var stored = Await.ended(queue, transfer.id(), TransferState.Stored.class);
        assertThat(stored.archivo().sha256()).isEqualTo(transfer.sha256());
        assertThat(server.received(transfer.key())).isEqualTo(300_000);
        assertThat(left("spool")).isEmpty();
        assertThat(left("journal")).isEmpty();
    }

    @Test
    void theFileMayGoOnceItIsInTheSpool() throws Exception {
        server.hold();
        var file = pdf("usb.pdf", 5_000);
        var transfer = send(file);
        Files.delete(file);
        server.letGo();
        Await.ended(queue, transfer.id(), TransferState.Stored.class);
    }

    @Test
    void takesUpUnderTheSameKeyAfterTheDesktopWasKilled() throws Exception {
        server.hold();
        var first = send(pdf("a.pdf", 200_000));
        server.awaitCall();
        // The first queue is not closed: its process was killed. A second one opens its folder.
        var second = another();
        server.letGo();
        Await.ended(second, first.id(), TransferState.Stored.class);
        assertThat(server.keys()).containsOnly(first.key());
    }

    @Test
    void forgetsACopyThatTheCrashLeftUnfinished() throws Exception {
        Files.write(home.resolve("vault/spool/half.tmp"), new byte[10]);
        Files.write(home.resolve("vault/spool/orphan"), new byte[10]);
        another();
        assertThat(left("spool")).isEmpty();
    }

    @Test
    void keepsTheFileOfADraftThroughACrashAndSendsItLater() throws Exception {
        var held = queue.hold(pdf("a.pdf", 1_000));
        var second = another();
        assertThat(second.held(held.id())).contains(held);
        var transfer = second.enqueue(held, SALE);
        Await.ended(second, transfer.id(), TransferState.Stored.class);
    }

    @Test
    void triesAgainUntilTheServerIsBack() throws Exception {
        server.fail(
                new IOException("refused"),
                ProblemException.retry(ProblemCode.SIN_ESPACIO, Duration.ZERO));
        var transfer = send(pdf("a.pdf", 1_000));
        Await.ended(queue, transfer.id(), TransferState.Stored.class);
        assertThat(server.keys()).hasSize(3).containsOnly(transfer.key());
    }

    @Test
    void whatWaitsForOthersIsCancelledAtOnce() throws Exception {
        server.hold();
        for (var name : List.of("a.pdf", "b.pdf", "c.pdf")) {
            send(pdf(name, 1_000));
        }
        server.awaitCalls(3);
        var last = send(pdf("d.pdf", 1_000));
        queue.cancel(last.id());
        Await.ended(queue, last.id(), TransferState.Cancelled.class);
        assertThat(server.keys()).hasSize(3).doesNotContain(last.key());
        server.letGo();
    }

    @Test
    void saysWhatTheServerRefusedAndRemembersItAfterARestart() throws Exception {
        server.fail(
                ProblemException.field(
                        ProblemCode.ARCHIVO_INVALIDO, "confronta", Regla.ARCHIVO_DANADO));
        var transfer = send(pdf("a.pdf", 1_000));
        var refused = Await.ended(queue, transfer.id(), TransferState.Refused.class);
        assertThat(refused.errors())
                .extracting(FieldError::regla)
                .containsOnly(Regla.ARCHIVO_DANADO);
        var second = another();
        assertThat(second.transfers()).extracting(Transfer::state).containsOnly(refused);
        second.dismiss(transfer.id());
        assertThat(second.transfers()).isEmpty();
        second.close();
        assertThat(left("journal")).isEmpty();
    }

    @Test
    void tellsThatTheObjectStoreIsStillAway() throws Exception {
        server.answers(EstadoArchivo.POR_SUBIR);
        var transfer = send(pdf("a.pdf", 1_000));
        Await.ended(queue, transfer.id(), TransferState.PorSubir.class);
    }

    @Test
    void doesNotCallStoredWhatArrivedWithAnotherChecksum() throws Exception {
        server.corrupt();
        var transfer = send(pdf("a.pdf", 1_000));
        Await.ended(queue, transfer.id(), TransferState.Refused.class);
    }

    @Test
    void stopsWhatIsUnderWayWhenCancelled() throws Exception {
        server.hold();
        var transfer = send(pdf("a.pdf", 500_000));
        server.awaitCall();
        queue.cancel(transfer.id());
        Await.ended(queue, transfer.id(), TransferState.Cancelled.class);
        assertThat(left("spool")).isEmpty();
        assertThat(left("journal")).isEmpty();
    }

    @Test
    void sendsThreeAtATime() throws Exception {
        server.hold();
        var all = new ArrayList<Transfer>();
        for (var i = 0; i < 8; i++) {
            all.add(send(pdf(i + ".pdf", 2_000)));
        }
        server.awaitCalls(3);
        server.letGo();
        for (var transfer : all) {
            Await.ended(queue, transfer.id(), TransferState.Stored.class);
        }
        assertThat(server.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void whatWaitsGoesInTheOrderItWasHandedIn() throws Exception {
        var vault = Vault.open(home.resolve("otra"), SystemKeys.none());
        var pace = new Pace(1, attempt -> Duration.ofMillis(1));
        try (var narrow = new TransferQueue(vault, server, Clock.systemUTC(), pace)) {
            server.hold();
            var all = new ArrayList<Transfer>();
            for (var i = 0; i < 8; i++) {
                all.add(narrow.enqueue(narrow.hold(pdf(i + ".pdf", 1_000)), SALE));
            }
            server.awaitCall();
            server.letGo();
            Await.ended(narrow, all.getLast().id(), TransferState.Stored.class);
            assertThat(server.keys()).isEqualTo(all.stream().map(Transfer::key).toList());
        }
    }

    @Test
    void refusesBeforeAnythingMoves() throws IOException {
        refuses(Files.write(home.resolve("a.exe"), new byte[10]), Regla.ARCHIVO_EXTENSION);
        refuses(Files.write(home.resolve("vacio.pdf"), new byte[0]), Regla.ARCHIVO_VACIO);
        refuses(pdf("g.pdf", (int) ArchivoLimits.MAX_BYTES + 1), Regla.ARCHIVO_GRANDE);
        var program = new byte[] {'M', 'Z', 0, 0, 3};
        refuses(Files.write(home.resolve("p.pdf"), program), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        assertThat(left("spool")).isEmpty();
        assertThat(queue.hold(pdf("justo.pdf", (int) ArchivoLimits.MAX_BYTES)).size())
                .isEqualTo(ArchivoLimits.MAX_BYTES);
    }

    private void refuses(Path file, Regla regla) {
        assertThatThrownBy(() -> queue.hold(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.errors())
                                        .extracting(FieldError::regla)
                                        .containsExactly(regla));
    }

    @Test
    void noticesAPasteThatGrowsPastTheLimit() {
        var head = new byte[] {(byte) 0x89, 'P', 'N', 'G'};
        var bytes = new byte[(int) ArchivoLimits.MAX_BYTES + 1];
        System.arraycopy(head, 0, bytes, 0, head.length);
        assertThatThrownBy(() -> queue.hold("pegada.png", new ByteArrayInputStream(bytes)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void noticesAFileThatChangesWhileItIsCopied() throws Exception {
        var file = pdf("a.pdf", 9_000_000);
        var growing = new GrowingFile(file);
        assertThatThrownBy(() -> growing.during(() -> queue.hold(file)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.errors().getFirst().regla())
                                        .isEqualTo(Regla.ARCHIVO_CAMBIO));
        assertThat(left("spool")).isEmpty();
    }
}
