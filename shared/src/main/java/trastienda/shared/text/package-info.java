/// User-visible text that both ends need (field rules, states, problems), in Spanish and English:
/// the server answers programs with it, the desktop shows the same sentence in a form. The words
/// lie in the bundle `textos`. Start at `SharedText`.
@NullMarked
package trastienda.shared.text;

import org.jspecify.annotations.NullMarked;
