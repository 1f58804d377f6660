/// People, groups, permissions and sessions as they travel. Start at `Permiso`.
@NullMarked
package trastienda.shared.identidad;

import org.jspecify.annotations.NullMarked;
