/// Tests of what a newcomer reads first, and of what both rooms share.
@NullMarked
package trastienda.installers;

import org.jspecify.annotations.NullMarked;
