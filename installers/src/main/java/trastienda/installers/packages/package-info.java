/// What a user downloads, built by `./mvnw -Pinstallers package -DskipTests` on Linux: the server's
/// zip and the desktop's app image, each with a Java runtime of its own and a start-up cache that
/// was trained with that very runtime and the flags it is shipped with. Start at `Packages`.
@NullMarked
package trastienda.installers.packages;

import org.jspecify.annotations.NullMarked;
