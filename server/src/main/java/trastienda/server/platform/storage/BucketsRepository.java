package trastienda.server.platform.storage;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/// The table `configuracion_minio`, in which administrators name buckets.
final class BucketsRepository {
    /// The bucket of the newest active row of that type.
    Optional<String> active(Handle handle, String type) {
        return handle.createQuery(
                        """
                        select bucket_name from configuracion_minio
                        where bucket_type = :type and activo and bucket_name <> ''
                        order by id desc limit 1
                        """)
                .bind("type", type)
                .mapTo(String.class)
                .findOne();
    }
}
