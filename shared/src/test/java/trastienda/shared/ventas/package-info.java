/// Tests of the rules a sale obeys on both ends.
@NullMarked
package trastienda.shared.ventas;

import org.jspecify.annotations.NullMarked;
