package trastienda.installers.packages;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

import java.util.concurrent.atomic.AtomicInteger;

/// Runs a JavaFX program and says `frame` once the first frame of its first window is drawn, and
/// `form` once the sign-in's first field is.
public final class FrameProbe {
    private static final int PAINTED = 3;

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

    /// The third pulse begins when the first one's picture is painted: the second one had to hand
    /// over its own.
    private static void watch(Window window) {
        var scene = window.getScene();
        var pulses = new AtomicInteger();
        var formPulses = new AtomicInteger();
        scene.addPostLayoutPulseListener(
                () -> {
                    if (pulses.incrementAndGet() == PAINTED) {
                        say("frame");
                    }
                    if (formPulses.get() > 0 || scene.lookup("#user") != null) {
                        if (formPulses.incrementAndGet() == PAINTED) {
                            say("form");
                        }
                    }
                    Platform.requestNextPulse();
                });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
