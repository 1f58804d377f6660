/// How both ends read and write JSON: snake_case, ISO dates, decimals as text with two places.
/// Unknown properties are passed over, so that an older desktop understands a newer server; what is
/// too deep, too long or no Unicode text is refused while it is read. Start at `Json`.
@NullMarked
package trastienda.shared.json;

import org.jspecify.annotations.NullMarked;
