package trastienda.desktop.shell;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/// A row of the palette.
sealed interface PaletteRow {
    /// The heading of a group.
    record Heading(String key) implements PaletteRow {}

    /// Something to choose.
    ///
    /// @param badge made on the FX thread; null for none
    record Item(
            String icon,
            String title,
            String note,
            @Nullable Supplier<Node> badge,
            List<String> keys,
            Runnable run)
            implements PaletteRow {}

    /// Answers are on their way.
    record Searching() implements PaletteRow {}

    /// Nothing matches, or the finders could not be asked.
    record Nothing(String key) implements PaletteRow {}
}
