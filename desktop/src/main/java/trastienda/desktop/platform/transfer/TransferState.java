package trastienda.desktop.platform.transfer;

import org.jspecify.annotations.Nullable;

import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Where a file on its way stands.
public sealed interface TransferState {
    /// In the queue, or the server is away.
    record Waiting() implements TransferState {}

    /// Bytes are travelling. `left` is null until the speed is known.
    record Sending(long sent, double bytesPerSecond, @Nullable Duration left)
            implements TransferState {}

    /// All bytes are there; the server checks and stores them.
    record Verifying() implements TransferState {}

    /// Kept by the object store, size and checksum equal to what left this device.
    record Stored(ArchivoVenta archivo) implements TransferState {}

    /// Kept by the server, which sends it on when the object store is back.
    record PorSubir(ArchivoVenta archivo) implements TransferState {}

    /// The server does not take it; sending again would not help.
    record Refused(ProblemCode code, List<FieldError> errors) implements TransferState {}

    /// It failed and goes out again by itself. `code` is null when the server did not answer.
    record Failed(@Nullable ProblemCode code, int attempt, Instant again)
            implements TransferState {}

    /// The person stopped it.
    record Cancelled() implements TransferState {}

    /// Nothing more happens to it.
    default boolean ended() {
        return switch (this) {
            case Stored _, PorSubir _, Refused _, Cancelled _ -> true;
            case Waiting _, Sending _, Verifying _, Failed _ -> false;
        };
    }
}
