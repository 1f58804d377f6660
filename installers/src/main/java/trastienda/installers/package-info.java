/// What becomes of the modules' jars: `demo` runs them where they lie, `packages` makes what a user
/// downloads of them. Here is what both ask: which libraries belong to a jar. Start at `Libraries`.
@NullMarked
package trastienda.installers;

import org.jspecify.annotations.NullMarked;
