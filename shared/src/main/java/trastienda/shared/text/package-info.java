/// User-visible text that both ends need (field rules, states), in Spanish and English. Start at
/// `SharedText`.
@NullMarked
package trastienda.shared.text;

import org.jspecify.annotations.NullMarked;
