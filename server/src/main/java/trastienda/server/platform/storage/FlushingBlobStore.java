package trastienda.server.platform.storage;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.LongAdder;

/// Flushes what a write changed to the disk before it is acknowledged: s3proxy leaves that to the
/// system, and a power cut would then lose files that a sale already counts on.
final class FlushingBlobStore extends ForwardingBlobStore {
    private static final boolean DIRECTORIES_CAN_BE_FLUSHED =
            !System.getProperty("os.name", "").startsWith("Windows");

    private final Path root;
    private final LongAdder flushed;

    FlushingBlobStore(BlobStore store, Path root, LongAdder flushed) {
        super(store);
        this.root = root;
        this.flushed = flushed;
    }

    @Override
    public CreateBucketResponse createContainer(CreateBucketRequest request) {
        var done = super.createContainer(request);
        flushDirectories(root.resolve(request.bucket()), root);
        return done;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        var done = super.putBlob(request, body);
        flush(request.bucket(), request.key());
        return done;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        var done = super.copyBlob(request);
        flush(request.destinationBucket(), request.destinationKey());
        return done;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        var done = super.completeMultipartUpload(upload, request);
        flush(request.bucket(), request.key());
        return done;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        var done = super.removeBlob(request);
        var bucket = root.resolve(request.bucket());
        flushDirectories(bucket.resolve(request.key()).normalize().getParent(), bucket);
        return done;
    }

    /// The store checked that the key stays inside its bucket when it wrote the object.
    private void flush(String bucketName, String key) {
        var bucket = root.resolve(bucketName);
        var file = bucket.resolve(key).normalize();
        if (Files.isRegularFile(file)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            flushed.increment();
        }
        flushDirectories(file.getParent(), bucket);
    }

    private static void flushDirectories(@Nullable Path from, Path to) {
        if (!DIRECTORIES_CAN_BE_FLUSHED) {
            return;
        }
        for (var each = from; each != null && each.startsWith(to); each = each.getParent()) {
            if (!Files.isDirectory(each)) {
                continue;
            }
            try (var channel = FileChannel.open(each, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
