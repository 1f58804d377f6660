/// Health and version as they travel.
@NullMarked
package trastienda.shared.operacion;

import org.jspecify.annotations.NullMarked;
