/// The demo of `./mvnw -Pdemo`: server and desktop as two programs that end with the launcher.
/// Start at `DemoLauncher`.
@NullMarked
package trastienda.installers.demo;

import org.jspecify.annotations.NullMarked;
