package trastienda.shared.ventas;

import java.util.List;

/// Anchor cursors of a filtered, sorted list, one every `cada` rows, with the count of the whole.
public record Anclas(long count, int cada, List<Ancla> anclas) {}
