/// What sign-in and *Usuarios* promise.
@NullMarked
package trastienda.desktop.identidad;

import org.jspecify.annotations.NullMarked;
