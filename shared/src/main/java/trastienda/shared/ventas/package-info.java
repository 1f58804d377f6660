/// A portability sale as it travels, its states and the steps between them, and the rules its
/// fields obey on both ends: the form says while one types what the server would answer. Start at
/// `VentaDatos` and `VentaRules`.
@NullMarked
package trastienda.shared.ventas;

import org.jspecify.annotations.NullMarked;
