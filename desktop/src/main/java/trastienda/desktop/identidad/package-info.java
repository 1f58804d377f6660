/// People and sessions: the sign-in screen, the change of one's password, and for administrators
/// the place *Usuarios* with its sheets for one person and for many from CSV. Routes:
/// `/api/v1/auth/…`, `/api/v1/usuarios/…`. Start at `IdentidadFeature`.
@NullMarked
package trastienda.desktop.identidad;

import org.jspecify.annotations.NullMarked;
