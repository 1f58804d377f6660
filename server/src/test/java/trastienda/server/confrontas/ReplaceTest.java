package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FailPoints.Point;
import trastienda.server.confrontas.FilesClient.Answer;
import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.shared.ventas.EstadoVenta;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ReplaceTest {
    @Test
    void keepsBothFilesOfTwoWhoReplaceAtOnceAndTellsTheLoser() throws Exception {
        var meet = new CyclicBarrier(2);
        var options =
                Options.usual()
                        .with(
                                (FailPoints)
                                        point -> {
                                            if (point == Point.VERIFIED) {
                                                meet(meet);
                                            }
                                        });
        try (var server = new FilesServer(options)) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            var one = put(server, Person.AGENTE, sale, new byte[] {1});
            var two = put(server, Person.BACKOFFICE, sale, new byte[] {2});
            var answers = List.of(one.get(20, TimeUnit.SECONDS), two.get(20, TimeUnit.SECONDS));
            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers)
                    .extracting(answer -> answer.json().get("vigente").asBoolean())
                    .containsExactlyInAnyOrder(true, false);
            var winner =
                    answers.stream()
                            .filter(answer -> answer.json().get("vigente").asBoolean())
                            .findFirst()
                            .orElseThrow();
            var loser = answers.getFirst().equals(winner) ? answers.getLast() : answers.getFirst();
            assertThat(server.key(sale)).endsWith("_" + winner.id());
            assertThat(server.events)
                    .anySatisfy(
                            event ->
                                    assertThat(event.data())
                                            .containsEntry("archivo_id", loser.id())
                                            .containsEntry("vigente", false));
            for (var answer : answers) {
                var path = FilesClient.contenido(sale, answer.id());
                assertThat(server.client.get(Person.ADMIN, path).status()).isEqualTo(200);
            }
        }
    }

    private static CompletableFuture<Answer> put(
            FilesServer server, Person who, long sale, byte[] bytes) {
        return CompletableFuture.supplyAsync(() -> server.client.put(who, sale, "a.pdf", bytes));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
