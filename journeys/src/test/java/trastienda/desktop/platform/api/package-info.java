/// What the way to the server promises, tried against the real one.
@NullMarked
package trastienda.desktop.platform.api;

import org.jspecify.annotations.NullMarked;
