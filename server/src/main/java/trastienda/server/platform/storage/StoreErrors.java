package trastienda.server.platform.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Turns what the S3 client throws into a [StoreException] that says whether waiting helps. Refused
/// credentials count as transient: whoever runs the machine will put them right, and until then the
/// file waits.
final class StoreErrors {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject", "NoSuchVersion");
    private static final Set<String> PERMANENT =
            Set.of(
                    "BadDigest",
                    "EntityTooLarge",
                    "EntityTooSmall",
                    "InvalidArgument",
                    "InvalidBucketName",
                    "InvalidDigest",
                    "InvalidRange",
                    "InvalidRequest",
                    "KeyTooLong",
                    "KeyTooLongError",
                    "MetadataTooLarge",
                    "MethodNotAllowed",
                    "NotImplemented",
                    "PreconditionFailed",
                    "XAmzContentChecksumMismatch",
                    "XAmzContentSHA256Mismatch");

    private StoreErrors() {}

    /// Waits for the client's answer.
    static <T> T await(String what, CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw of(what, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreException(what + ": interrupted", true, e);
        }
    }

    /// The store's own error code, when it gave one.
    static Optional<String> code(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ErrorResponseException answer) {
                return Optional.ofNullable(answer.errorResponse().code());
            }
        }
        return Optional.empty();
    }

    static boolean isMissing(StoreException failure) {
        return code(failure).filter(MISSING::contains).isPresent();
    }

    static boolean isMissingBucket(StoreException failure) {
        return code(failure).filter("NoSuchBucket"::equals).isPresent();
    }

    static StoreException of(String what, Throwable failure) {
        var cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return switch (cause) {
            case StoreException already -> already;
            case ErrorResponseException answer -> {
                var code = String.valueOf(answer.errorResponse().code());
                yield new StoreException(
                        what + ": " + code,
                        !PERMANENT.contains(code) && !MISSING.contains(code),
                        answer);
            }
            case ServerException answer ->
                    new StoreException(what + ": HTTP " + answer.statusCode(), true, answer);
            case InvalidResponseException answer ->
                    new StoreException(what + ": not an answer of an S3 store", true, answer);
            case IOException unreachable ->
                    new StoreException(what + ": " + unreachable.getMessage(), true, unreachable);
            case MinioException other ->
                    new StoreException(
                            what + ": " + other.getMessage(),
                            other.getCause() instanceof IOException,
                            other);
            default -> new StoreException(what + ": " + cause.getMessage(), false, cause);
        };
    }
}
