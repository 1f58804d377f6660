package trastienda.desktop.platform.place;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// Finds things by what was typed into the palette; called off the FX thread, at most five answers
/// are shown.
public interface Finder {
    /// Key of the heading its answers stand under.
    String headingKey();

    /// The place its answers live in, opened before an answer is; empty for none.
    default String place() {
        return "";
    }

    /// Whether the signed-in person may look.
    boolean isOpen();

    /// Fewest characters worth asking for.
    int shortest();

    /// What matches.
    List<Found> find(String text) throws IOException;

    /// One answer. `note` is a second text, `badge` makes a node beside it on the FX thread.
    record Found(String icon, String title, String note, @Nullable Badges badge, Runnable open) {}

    /// Makes an answer's badge.
    @FunctionalInterface
    interface Badges {
        Node make();
    }
}
