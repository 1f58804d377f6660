/// Tests of the whole module: its arrows and names.
@NullMarked
package trastienda.desktop;

import org.jspecify.annotations.NullMarked;
