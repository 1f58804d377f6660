/// Tests of the whole module: its arrows and names.
@NullMarked
package trastienda.shared;

import org.jspecify.annotations.NullMarked;
