/// Tests of the files of a sale: from the name cleaner to uploads that die half way.
@NullMarked
package trastienda.server.confrontas;

import org.jspecify.annotations.NullMarked;
