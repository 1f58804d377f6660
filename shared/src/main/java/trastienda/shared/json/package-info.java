/// How both ends read and write JSON: snake_case, ISO dates, decimals as text. Start at `Json`.
@NullMarked
package trastienda.shared.json;

import org.jspecify.annotations.NullMarked;
