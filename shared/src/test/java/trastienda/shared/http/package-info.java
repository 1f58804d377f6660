/// What both ends of a connection promise each other.
@NullMarked
package trastienda.shared.http;

import org.jspecify.annotations.NullMarked;
