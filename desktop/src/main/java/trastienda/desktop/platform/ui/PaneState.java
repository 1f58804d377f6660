package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;

/// What a panel shows instead of, or as, its content.
public sealed interface PaneState {
    /// It is on its way; skeleton rows after 150 ms, unless rows are there already.
    record Loading() implements PaneState {}

    /// Another thing is on its way: what is shown stays for a moment, so that nothing flickers, and
    /// gives way to the skeleton when it takes longer, so that nobody takes it for the other.
    record Another() implements PaneState {}

    /// Nothing, while the panel itself is out of sight.
    record Blank() implements PaneState {}

    /// The content.
    record Content() implements PaneState {}

    /// Nothing there: a circle, a line, a sentence and at most one button.
    record Empty(
            Family family,
            String icon,
            ObservableValue<String> title,
            ObservableValue<String> sentence,
            @Nullable Node action)
            implements PaneState {}

    /// It did not come. The rest of the screen lives on.
    ///
    /// @param retry tries again; null where that makes no sense
    record Failed(ApiFailure failure, @Nullable Runnable retry) implements PaneState {}
}
