/// Tests and benchmarks of the packages.
@NullMarked
package trastienda.installers.packages;

import org.jspecify.annotations.NullMarked;
