/// People, groups, permissions and sessions as they travel on `/api/v1/auth/…`, `/api/v1/usuarios/`
/// and `/api/v1/llaves/`. Which group may do what stands in `Grupo`, in one table. Start at
/// `Permiso`.
@NullMarked
package trastienda.shared.identidad;

import org.jspecify.annotations.NullMarked;
