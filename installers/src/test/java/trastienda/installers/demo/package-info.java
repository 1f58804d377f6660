/// Tests of the demo's launcher.
@NullMarked
package trastienda.installers.demo;

import org.jspecify.annotations.NullMarked;
