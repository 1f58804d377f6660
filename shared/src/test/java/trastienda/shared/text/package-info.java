/// Tests of the words both ends show.
@NullMarked
package trastienda.shared.text;

import org.jspecify.annotations.NullMarked;
