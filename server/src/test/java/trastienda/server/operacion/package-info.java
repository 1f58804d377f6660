/// Tests of the operator's view.
@NullMarked
package trastienda.server.operacion;

import org.jspecify.annotations.NullMarked;
