package trastienda.shared.identidad;

import java.time.Instant;

/// One open session of the signed-in person.
public record SesionAbierta(long id, Instant creada, Instant usada, String desde, boolean esta) {}
