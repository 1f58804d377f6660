/// Tests of the whole module: its arrows and names.
@NullMarked
package trastienda.server;

import org.jspecify.annotations.NullMarked;
