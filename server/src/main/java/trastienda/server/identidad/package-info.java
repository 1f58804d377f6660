/// People, their groups, sessions and passwords, and the keys of programs. Routes `/api/v1/auth/…`,
/// `/api/v1/usuarios/…`, `/api/v1/llaves/…`. Other features ask `People` for names and groups.
/// Start at `IdentidadFeature`; a sign-in is `SignIn`, a token's life `Sessions`.
@NullMarked
package trastienda.server.identidad;

import org.jspecify.annotations.NullMarked;
