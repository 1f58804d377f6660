package trastienda.shared.confrontas;

/// The reason a write asks for.
public record Motivo(String motivo) {}
