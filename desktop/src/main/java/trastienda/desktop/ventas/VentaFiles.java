package trastienda.desktop.ventas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.VentaDetalle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What the place *Ventas* needs of a sale's files; the feature of files fulfils it.
public interface VentaFiles {
    /// The card beside a sale's data: preview, actions, older files, what is on its way.
    Panel panel();

    /// The place in the form where the file is dropped.
    Field field();

    /// The card of one sale after another.
    interface Panel {
        /// Its tree.
        Node node();

        /// The sale from now on; null for none.
        void show(@Nullable VentaDetalle venta);

        /// Files that were dropped on the sale elsewhere, on its row.
        void drop(List<Path> files);

        /// A picture from the clipboard, if there is one.
        boolean paste();

        /// Shows the preview on the whole screen, or no longer.
        void toggleFullScreen();

        /// Calls `action` when a file of the open sale was changed from here.
        void onChanged(Runnable action);

        /// Looks for the sale's values in the text of its confronta from now on; `findings` hears
        /// what each file says, by field, and nothing of a file without text.
        void prove(List<Claim> claims, Consumer<Map<String, Finding>> findings);

        /// Shows a page of the file, counted from 0.
        void turnTo(int page);

        /// The confronta was written by somebody: fetch its list again.
        void refresh();
    }

    /// A file that waits for its sale to be saved.
    interface Field {
        /// Its tree.
        Node node();

        /// Takes a file dropped anywhere on a node too; `dropped` hears of it.
        void acceptOn(Node sheet, Runnable dropped);

        /// The held copy's id, or null.
        ReadOnlyObjectProperty<@Nullable String> heldProperty();

        /// The file the sale has already, which stays when no other is handed in.
        void keeps(String name);

        /// Takes up the copy that a draft names, when it is still there.
        void restore(@Nullable String id);

        /// A picture from the clipboard, if there is one.
        boolean paste();

        /// Drops the copy.
        void discard();

        /// Sends the copy on its way to its sale.
        void send(VentaDetalle venta);
    }
}
