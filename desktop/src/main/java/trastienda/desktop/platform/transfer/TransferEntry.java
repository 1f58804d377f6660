package trastienda.desktop.platform.transfer;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;

import java.time.Instant;
import java.util.List;

/// A transfer as the journal keeps it. Held files have no target; refused ones keep why.
record TransferEntry(
        String id,
        String key,
        @Nullable Target target,
        String name,
        long size,
        String sha256,
        Instant created,
        @Nullable ProblemCode refused,
        List<FieldError> errors) {
    static TransferEntry of(Transfer transfer) {
        var refused = transfer.state() instanceof TransferState.Refused why ? why : null;
        return new TransferEntry(
                transfer.id(),
                transfer.key(),
                transfer.target(),
                transfer.name(),
                transfer.size(),
                transfer.sha256(),
                transfer.created(),
                refused == null ? null : refused.code(),
                refused == null ? List.of() : refused.errors());
    }

    Transfer transfer(Target to) {
        return new Transfer(
                id,
                key,
                to,
                name,
                size,
                sha256,
                created,
                refused == null
                        ? new TransferState.Waiting()
                        : new TransferState.Refused(refused, errors));
    }

    Held held() {
        return new Held(id, name, size, sha256);
    }
}
