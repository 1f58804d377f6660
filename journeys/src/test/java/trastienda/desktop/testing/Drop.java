package trastienda.desktop.testing;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import com.sun.javafx.stage.WindowHelper;

import javafx.scene.Node;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.Arrays;

/// A drag of files from another program, told to the window as the system tells it. The headless
/// robot cannot drag.
final class Drop {
    private Drop() {}

    /// Whether the scene took the files.
    static boolean on(Stage stage, Node target, Path... files) {
        var bounds = target.localToScene(target.getBoundsInLocal());
        var x = (int) bounds.getCenterX();
        var y = (int) bounds.getCenterY();
        var view = view(stage);
        var handler = view.getEventHandler();
        var dragged = new Dragged(files);
        handler.handleDragEnter(view, x, y, x, y, Clipboard.ACTION_COPY, dragged);
        var action = handler.handleDragOver(view, x, y, x, y, Clipboard.ACTION_COPY, dragged);
        if (action == Clipboard.ACTION_NONE) {
            handler.handleDragLeave(view, dragged);
            return false;
        }
        handler.handleDragDrop(view, x, y, x, y, Clipboard.ACTION_COPY, dragged);
        return true;
    }

    private static View view(Stage stage) {
        var handle = WindowHelper.getPeer(stage).getRawHandle();
        return Window.getWindowsClone().stream()
                .filter(window -> window.getRawHandle() == handle)
                .findFirst()
                .orElseThrow()
                .getView();
    }

    private static final class Dragged extends ClipboardAssistance {
        private final String[] files;

        Dragged(Path... files) {
            super(Clipboard.DND);
            this.files =
                    Arrays.stream(files)
                            .map(file -> file.toAbsolutePath().toString())
                            .toArray(String[]::new);
        }

        @Override
        public String[] getMimeTypes() {
            return new String[] {Clipboard.FILE_LIST_TYPE};
        }

        @Override
        public Object getData(String mimeType) {
            return mimeType.equals(Clipboard.FILE_LIST_TYPE) ? files.clone() : "";
        }

        @Override
        public int getSupportedSourceActions() {
            return Clipboard.ACTION_COPY_OR_MOVE;
        }
    }
}
