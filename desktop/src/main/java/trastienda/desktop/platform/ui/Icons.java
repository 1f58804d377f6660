package trastienda.desktop.platform.ui;

import org.kordamp.ikonli.javafx.FontIcon;

/// Glyphs: Feather first, Material where Feather has no sign. Their colour follows the text around
/// them.
public final class Icons {
    private Icons() {}

    /// A glyph of 16 pixels, `fth-search`.
    public static FontIcon of(String literal) {
        var icon = new FontIcon(literal);
        icon.setMouseTransparent(true);
        return icon;
    }

    /// A glyph of 12, 13, 16, 18 or 20 pixels.
    public static FontIcon of(String literal, int size) {
        var icon = of(literal);
        icon.getStyleClass().add("icon-" + size);
        return icon;
    }
}
