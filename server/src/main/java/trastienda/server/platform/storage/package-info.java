/// The one S3 client, the embedded store, and what each use keeps where: bucket, key, size and
/// types stand in `StoragePolicy`. A store that lacks something is found out at the start, by the
/// probe. Start at `ObjectStore`.
@NullMarked
package trastienda.server.platform.storage;

import org.jspecify.annotations.NullMarked;
