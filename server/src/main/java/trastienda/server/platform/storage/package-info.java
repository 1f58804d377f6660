/// The one S3 client, and the embedded store. Start at `ObjectStore`.
@NullMarked
package trastienda.server.platform.storage;

import org.jspecify.annotations.NullMarked;
