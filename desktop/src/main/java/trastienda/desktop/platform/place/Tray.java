package trastienda.desktop.platform.place;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// *Archivos en curso*: the closed tray is the status bar's left end, the open one lies over the
/// content.
public interface Tray {
    /// What the status bar shows; pressing it asks the shell to open the tray.
    Node closed(Runnable toggle);

    /// What opens above the status bar, 196 high.
    Region open();
}
