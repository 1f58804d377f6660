/// Tests of what a newcomer reads first.
@NullMarked
package trastienda.installers;

import org.jspecify.annotations.NullMarked;
