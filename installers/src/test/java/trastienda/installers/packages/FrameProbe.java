package trastienda.installers.packages;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

import java.util.concurrent.atomic.AtomicInteger;

/// Runs a JavaFX program and says `frame` once the first frame of its first window is drawn.
public final class FrameProbe {
    private FrameProbe() {}

    /// `[MAIN-CLASS]`: without one, a window with a label in it.
    public static void main(String[] arguments) throws Exception {
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(FrameProbe::watch);
                                    }
                                });
        if (arguments.length == 0) {
            Application.launch(BareWindow.class);
        } else {
            Class.forName(arguments[0])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        }
    }

    /// The second pulse begins when the first one's picture is on the screen.
    private static void watch(Window window) {
        var pulses = new AtomicInteger();
        window.getScene()
                .addPostLayoutPulseListener(
                        () -> {
                            if (pulses.incrementAndGet() == 2) {
                                System.out.println("frame");
                                System.out.flush();
                            }
                            Platform.requestNextPulse();
                        });
    }
}
