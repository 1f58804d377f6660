package trastienda.server.platform.storage;

import io.minio.BucketExistsArgs;
import io.minio.GetBucketLocationArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.MinioException;

import okhttp3.OkHttpClient;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.config.Config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Any S3 store through the minio client's low-level calls, which stream: its `putObject` for
/// streams would hold the whole object in memory. Nothing is retried here; whoever asks knows
/// whether and when to ask again.
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    /// The longest a link may live, by the signature's own rule.
    public static final Duration LONGEST_LINK = Duration.ofDays(7);

    private static final String SHA256 = "x-amz-meta-sha256";
    private static final String DEFAULT_REGION = "us-east-1";

    private final StorageSettings settings;
    private final boolean embedded;
    private final String pingBucket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable StoreClients made;
    private final Map<String, String> regions = new ConcurrentHashMap<>();

    /// @param settings with an endpoint
    /// @param embedded whether that endpoint is this process's own store
    /// @param pingBucket the bucket asked for a sign of life
    public S3ObjectStore(StorageSettings settings, boolean embedded, String pingBucket) {
        this.settings = settings;
        this.embedded = embedded;
        this.pingBucket = pingBucket;
    }

    private StoreClients clients() {
        var ready = made;
        if (ready != null) {
            return ready;
        }
        making.lock();
        try {
            var clients = made == null ? StoreClients.of(settings, threads) : made;
            made = clients;
            return clients;
        } finally {
            making.unlock();
        }
    }

    @Override
    public void put(Put object) {
        StoreLog.timed(
                "put",
                object.bucket(),
                object.key(),
                object.size(),
                () -> inBucket(object.bucket(), () -> send(object)));
    }

    private String send(Put object) {
        var what = "put " + object.bucket() + "/" + object.key();
        try (var file = new RandomAccessFile(object.file().toFile(), "r")) {
            if (file.length() != object.size()) {
                throw new StoreException(
                        what + ": the file has " + file.length() + " bytes", false, null);
            }
            var args =
                    PutObjectAPIArgs.builder()
                            .bucket(object.bucket())
                            .region(region(object.bucket()))
                            .object(object.key())
                            .contentType(object.contentType())
                            .headers(headers(object))
                            .file(file, object.size())
                            .build();
            return StoreErrors.await(what, client().putObject(args)).etag();
        } catch (FileNotFoundException gone) {
            throw new StoreException(what + ": the file is gone", false, gone);
        } catch (IOException e) {
            throw StoreErrors.of(what, e);
        }
    }

    /// The embedded store holds a signed payload whole before it believes it; there the checksum
    /// header, which it verifies while streaming, guards the bytes instead of the signature.
    private Http.Headers headers(Put object) {
        var headers = new Http.Headers();
        headers.put(SHA256, object.sha256());
        if (embedded) {
            headers.put(Http.Headers.X_AMZ_CONTENT_SHA256, "UNSIGNED-PAYLOAD");
            headers.put(
                    Http.Headers.X_AMZ_CHECKSUM_SHA256,
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.sha256())));
            headers.put(Http.Headers.X_AMZ_SDK_CHECKSUM_ALGORITHM, "SHA256");
        } else {
            headers.put(Http.Headers.X_AMZ_CONTENT_SHA256, object.sha256());
        }
        return headers;
    }

    @Override
    public Optional<Stat> stat(String bucket, String key) {
        return StoreLog.timed(
                "stat",
                bucket,
                key,
                -1,
                () -> {
                    try {
                        var args =
                                StatObjectArgs.builder()
                                        .bucket(bucket)
                                        .region(region(bucket))
                                        .object(key)
                                        .build();
                        var head =
                                StoreErrors.await(
                                        "stat " + bucket + "/" + key, client().statObject(args));
                        return Optional.of(
                                new Stat(
                                        bucket,
                                        key,
                                        head.size(),
                                        head.etag(),
                                        Optional.ofNullable(head.headers().get(SHA256))));
                    } catch (StoreException e) {
                        if (StoreErrors.isMissing(e) || StoreErrors.isMissingBucket(e)) {
                            return Optional.empty();
                        }
                        throw e;
                    }
                });
    }

    @Override
    public InputStream get(String bucket, String key, long offset, long length) {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        return StoreLog.timed(
                "get",
                bucket,
                key,
                length,
                () -> {
                    var args =
                            GetObjectArgs.builder()
                                    .bucket(bucket)
                                    .region(region(bucket))
                                    .object(key);
                    if (offset > 0 || length > 0) {
                        args.offset(offset);
                    }
                    if (length > 0) {
                        args.length(length);
                    }
                    return StoreErrors.await(
                            "get " + bucket + "/" + key, client().getObject(args.build()));
                });
    }

    @Override
    public void delete(String bucket, String key) {
        StoreLog.timed(
                "delete",
                bucket,
                key,
                -1,
                () -> {
                    try {
                        var args =
                                RemoveObjectArgs.builder()
                                        .bucket(bucket)
                                        .region(region(bucket))
                                        .object(key)
                                        .build();
                        StoreErrors.await(
                                "delete " + bucket + "/" + key, client().removeObject(args));
                        return true;
                    } catch (StoreException e) {
                        if (StoreErrors.isMissing(e)) {
                            return false;
                        }
                        throw e;
                    }
                });
    }

    @Override
    public URI presign(
            String bucket, String key, Duration valid, String fileName, String contentType) {
        var link = sign(clients().links(), bucket, key, valid, fileName, contentType);
        StoreLog.link(bucket, key, valid);
        return link;
    }

    /// A link at the address this server reaches the store under.
    URI presignHere(
            String bucket, String key, Duration valid, String fileName, String contentType) {
        return sign(client(), bucket, key, valid, fileName, contentType);
    }

    private URI sign(
            MinioAsyncClient with,
            String bucket,
            String key,
            Duration valid,
            String fileName,
            String contentType) {
        if (valid.compareTo(LONGEST_LINK) > 0 || valid.toSeconds() < 1) {
            throw new IllegalArgumentException("a link lives from 1 second to 7 days: " + valid);
        }
        try {
            var args =
                    GetPresignedObjectUrlArgs.builder()
                            .method(Http.Method.GET)
                            .bucket(bucket)
                            .region(region(bucket))
                            .object(key)
                            .expiry(Math.toIntExact(valid.toSeconds()))
                            .extraQueryParams(
                                    Map.of(
                                            "response-content-disposition",
                                            ContentDisposition.attachment(fileName),
                                            "response-content-type",
                                            contentType))
                            .build();
            return URI.create(with.getPresignedObjectUrl(args));
        } catch (MinioException e) {
            throw StoreErrors.of("link " + bucket + "/" + key, e);
        }
    }

    @Override
    public URI canonical(String bucket, String key) {
        var base = settings.linkEndpoint().orElseThrow();
        return URI.create(base + "/" + bucket + "/" + ObjectKeys.encode(key));
    }

    /// The object's address here, unsigned.
    URI address(String bucket, String key) {
        return URI.create(
                settings.endpoint().orElseThrow() + "/" + bucket + "/" + ObjectKeys.encode(key));
    }

    @Override
    public void ensureBucket(String bucket) {
        var exists =
                StoreErrors.await(
                        "bucket " + bucket,
                        client().bucketExists(
                                        BucketExistsArgs.builder()
                                                .bucket(bucket)
                                                .region(settings.region().orElse(DEFAULT_REGION))
                                                .build()));
        if (exists) {
            return;
        }
        try {
            StoreErrors.await(
                    "create bucket " + bucket,
                    client().makeBucket(
                                    MakeBucketArgs.builder()
                                            .bucket(bucket)
                                            .region(settings.region().orElse(DEFAULT_REGION))
                                            .build()));
            StoreLog.note("created bucket {}", bucket);
        } catch (StoreException e) {
            if (!StoreErrors.code(e).map(c -> c.startsWith("BucketAlready")).orElse(false)) {
                throw e;
            }
        }
    }

    @Override
    public void ping() {
        StoreErrors.await(
                "ping",
                clients()
                        .quick()
                        .bucketExists(
                                BucketExistsArgs.builder()
                                        .bucket(pingBucket)
                                        .region(settings.region().orElse(DEFAULT_REGION))
                                        .build()));
    }

    @Override
    public boolean streamOnly() {
        return embedded ? settings.downloads() != Config.Downloads.STORE : settings.streamOnly();
    }

    /// Ends every call under way; each fails as a store that went away.
    void cancel() {
        var clients = made;
        if (clients != null) {
            clients.http().dispatcher().cancelAll();
        }
    }

    @Override
    public void close() {
        cancel();
        var clients = made;
        if (clients != null) {
            clients.http().connectionPool().evictAll();
        }
        threads.shutdown();
    }

    MinioAsyncClient client() {
        return clients().client();
    }

    OkHttpClient http() {
        return clients().http();
    }

    /// The signature names the bucket's region; where none is set the store is asked once.
    String region(String bucket) {
        return settings.region().orElseGet(() -> regions.computeIfAbsent(bucket, this::askRegion));
    }

    private String askRegion(String bucket) {
        try {
            var region =
                    StoreErrors.await(
                            "region of " + bucket,
                            client().getBucketLocation(
                                            GetBucketLocationArgs.builder()
                                                    .bucket(bucket)
                                                    .build()));
            return region == null || region.isBlank() ? DEFAULT_REGION : region;
        } catch (StoreException e) {
            if (e.transientFailure() && !StoreErrors.isMissingBucket(e)) {
                throw e;
            }
            return DEFAULT_REGION;
        }
    }

    /// A bucket that went away (a store set up anew) is made again once.
    private <T> T inBucket(String bucket, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            if (!StoreErrors.isMissingBucket(e)) {
                throw e;
            }
            ensureBucket(bucket);
            return work.get();
        }
    }
}
