package trastienda.desktop.platform.place;

import java.util.List;

/// Something the palette can do.
///
/// @param titleKey key of its name
/// @param icon its Ikonli glyph
/// @param keys its shortcut, one key per entry; empty when it has none
public record PaletteAction(String titleKey, String icon, List<String> keys, Runnable run) {}
