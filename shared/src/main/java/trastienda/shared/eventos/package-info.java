/// What a socket of `/ws/eventos/` carries: numbered events, and the word that some were missed. An
/// event says what changed, never how it is now: whoever wants that asks the route. Start at
/// `EventoFrame`; the topics stand in `Topics`.
@NullMarked
package trastienda.shared.eventos;

import org.jspecify.annotations.NullMarked;
