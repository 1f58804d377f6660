/// The demo of `./mvnw -Pdemo`: server and desktop as two programs that end with the launcher, also
/// when it is killed. Their caches of classes are made behind, for the next start. Start at
/// `DemoLauncher`.
@NullMarked
package trastienda.installers.demo;

import org.jspecify.annotations.NullMarked;
