package trastienda.desktop.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Waits for the end of a transfer.
final class Await {
    private Await() {}

    static <S extends TransferState> S ended(TransferQueue queue, String id, Class<S> expected)
            throws Exception {
        var ended = new CompletableFuture<TransferState>();
        var stop =
                queue.subscribe(
                        transfer -> {
                            if (transfer.id().equals(id) && transfer.state().ended()) {
                                ended.complete(transfer.state());
                            }
                        });
        queue.transfers().stream()
                .filter(transfer -> transfer.id().equals(id) && transfer.state().ended())
                .forEach(transfer -> ended.complete(transfer.state()));
        try {
            var state = ended.get(10, TimeUnit.SECONDS);
            assertThat(state).isInstanceOf(expected);
            return expected.cast(state);
        } finally {
            stop.run();
        }
    }
}
