/// What a list of a million rows promises.
@NullMarked
package trastienda.desktop.platform.list;

import org.jspecify.annotations.NullMarked;
