package trastienda.server.platform.storage;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/// An S3 store in this process for the demo and small offices: loopback only, with its own
/// generated key, every write on disk before it is acknowledged. The folder keeps the objects, and
/// the key and port in a file that only its owner reads.
public final class EmbeddedS3 implements AutoCloseable {
    /// Above this many objects its listings get too slow for daily work.
    public static final long SUPPORTED_OBJECTS = 50_000;

    private static final String CREDENTIALS = "credenciales.properties";
    private static final int MAX_THREADS = 100;
    private static final Pattern LEFTOVER =
            Pattern.compile("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

    private final S3Proxy proxy;
    private final Path objects;
    private final URI endpoint;
    private final String accessKey;
    private final String secretKey;
    private final LongAdder flushed;
    private final Instant started;

    private EmbeddedS3(Running running, Path objects, Properties kept, LongAdder flushed) {
        this.proxy = running.proxy;
        this.endpoint = URI.create("http://127.0.0.1:" + running.port);
        this.objects = objects;
        this.accessKey = kept.getProperty("access_key");
        this.secretKey = kept.getProperty("secret_key");
        this.flushed = flushed;
        this.started = running.since;
    }

    private record Running(S3Proxy proxy, int port, Instant since) {}

    /// Starts the store in that folder, with the key and port it had before.
    ///
    /// @throws IllegalStateException with one line to show when the folder cannot hold a store
    public static EmbeddedS3 start(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        var objects = home.resolve("objetos");
        try {
            Files.createDirectories(objects);
            requireExtendedAttributes(objects);
            var kept = credentials(home.resolve(CREDENTIALS));
            var flushed = new LongAdder();
            var running = listen(objects, kept, flushed);
            if (!String.valueOf(running.port).equals(kept.getProperty("port"))) {
                kept.setProperty("port", String.valueOf(running.port));
                keep(home.resolve(CREDENTIALS), kept);
            }
            return new EmbeddedS3(running, objects, kept, flushed);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "TRASTIENDA_DATA: the object store cannot use " + home + ": " + e.getMessage(),
                    e);
        }
    }

    /// Where it listens.
    public URI endpoint() {
        return endpoint;
    }

    /// The generated key's name.
    public String accessKey() {
        return accessKey;
    }

    /// The generated key's secret.
    public String secretKey() {
        return secretKey;
    }

    /// The same settings, pointing here.
    public StorageSettings settings(StorageSettings base) {
        return new StorageSettings(
                Optional.of(endpoint),
                base.publicEndpoint(),
                accessKey,
                secretKey,
                Optional.of("us-east-1"),
                base.downloads(),
                base.dataDir(),
                base.buckets());
    }

    /// How many objects were flushed to disk since the start.
    public long flushed() {
        return flushed.sum();
    }

    /// Removes what puts left half done when the process was killed: the store writes beside the
    /// object under its key and a UUID, then renames.
    ///
    /// @return how many there were
    public int removeLeftovers() {
        var removed = 0;
        try (var files = Files.walk(objects)) {
            for (var file : files.filter(this::isLeftover).toList()) {
                Files.deleteIfExists(file);
                removed++;
            }
        } catch (IOException | UncheckedIOException e) {
            StoreLog.warn("leftovers of the embedded store stay: {}", e.toString());
        }
        if (removed > 0) {
            StoreLog.note("removed {} uploads that were never finished", removed);
        }
        return removed;
    }

    private boolean isLeftover(Path file) {
        try {
            return LEFTOVER.matcher(file.getFileName().toString()).find()
                    && Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(started);
        } catch (IOException gone) {
            return false;
        }
    }

    /// How many objects it holds, counted no further than `limit`: reads names only.
    public long count(long limit) {
        try (var files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile).limit(limit).count();
        } catch (IOException e) {
            throw new StoreException("the embedded store cannot be counted", true, e);
        } catch (UncheckedIOException e) {
            throw new StoreException("the embedded store changed while counted", true, e);
        }
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded store did not stop", e);
        }
    }

    private static Running listen(Path objects, Properties kept, LongAdder flushed)
            throws IOException {
        try {
            return listen(objects, kept, flushed, Integer.parseInt(kept.getProperty("port", "0")));
        } catch (BindException taken) {
            return listen(objects, kept, flushed, 0);
        }
    }

    private static Running listen(Path objects, Properties kept, LongAdder flushed, int port)
            throws IOException {
        var since = Clock.systemUTC().instant();
        var proxy =
                S3Proxy.builder()
                        .blobStore(
                                new FlushingBlobStore(
                                        new FilesystemNio2BlobStore(objects.toString()),
                                        objects,
                                        flushed))
                        .endpoint(URI.create("http://127.0.0.1:" + port))
                        .awsAuthentication(
                                AuthenticationType.AWS_V4,
                                kept.getProperty("access_key"),
                                kept.getProperty("secret_key"))
                        .jettyMaxThreads(MAX_THREADS)
                        .stopTimeout(5_000)
                        .build();
        try {
            proxy.start();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException taken) {
                    throw taken;
                }
            }
            throw new IOException("the embedded store did not start: " + e.getMessage(), e);
        }
        return new Running(proxy, proxy.getPort(), since);
    }

    /// Without extended attributes the store would silently drop an object's metadata.
    private static void requireExtendedAttributes(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, ".prueba", "");
        try {
            var view = Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
            var value = ByteBuffer.wrap("ñ".getBytes(StandardCharsets.UTF_8));
            var size = value.remaining();
            if (view == null || view.write("trastienda", value) != size) {
                throw new IOException("no extended attributes");
            }
            if (view.size("trastienda") != size) {
                throw new IOException("extended attributes are not kept");
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new IOException(
                    "its file system keeps no extended attributes (user_xattr); choose another"
                            + " folder or set MINIO_ENDPOINT",
                    e);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Properties credentials(Path file) throws IOException {
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        }
        if (kept.getProperty("access_key") == null || kept.getProperty("secret_key") == null) {
            var random = new SecureRandom();
            kept.setProperty("access_key", "trastienda-" + hex(random, 6));
            kept.setProperty("secret_key", hex(random, 32));
            keep(file, kept);
        }
        return kept;
    }

    private static String hex(SecureRandom random, int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static void keep(Path file, Properties kept) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".nuevo");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        try (var out = Files.newBufferedWriter(fresh)) {
            kept.store(out, "The embedded object store's key and port");
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
