/// A portability sale as it travels, its states and the rules its fields obey on both ends. Start
/// at `VentaDatos` and `VentaRules`.
@NullMarked
package trastienda.shared.ventas;

import org.jspecify.annotations.NullMarked;
