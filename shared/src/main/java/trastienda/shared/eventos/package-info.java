/// What a socket of `/ws/eventos/` carries. Start at `EventoFrame`.
@NullMarked
package trastienda.shared.eventos;

import org.jspecify.annotations.NullMarked;
