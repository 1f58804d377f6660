package trastienda.desktop.ventas;

import java.util.List;

/// A value of the sale that its confronta must prove.
///
/// @param campo the field's name on the wire
/// @param spellings how the confronta may write it; one of them is enough
public record Claim(String campo, List<String> spellings) {
    public Claim {
        spellings = List.copyOf(spellings);
    }
}
