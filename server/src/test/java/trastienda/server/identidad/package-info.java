/// Tests of sign-in, sessions and users on a whole server. Start at `SignInTest`.
@NullMarked
package trastienda.server.identidad;

import org.jspecify.annotations.NullMarked;
