/// Tests of the object store, written once and run on every store at hand.
@NullMarked
package trastienda.server.platform.storage;

import org.jspecify.annotations.NullMarked;
