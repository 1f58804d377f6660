/// People and sessions: the sign-in screen, the change of one's password, and for administrators
/// the place *Usuarios*. Start at `IdentidadFeature`.
@NullMarked
package trastienda.desktop.identidad;

import org.jspecify.annotations.NullMarked;
