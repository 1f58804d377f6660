package trastienda.desktop.platform.ui;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/// The few things that move: popover and palette fade 120 ms, sheet and toast slide 8 px and fade
/// 180 ms. Nothing moves for who asked the system for less motion.
public final class Motion {
    private static final Duration FADE = Duration.millis(120);
    private static final Duration SLIDE = Duration.millis(180);
    private static final double WAY = 8;

    private Motion() {}

    /// Whether everything is to stand still.
    public static boolean reduced() {
        return Platform.getPreferences().isReducedMotion();
    }

    /// A palette or dialog comes.
    public static void fadeIn(Node node) {
        if (reduced()) {
            return;
        }
        var fade = new FadeTransition(FADE, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.setInterpolator(Interpolator.EASE_OUT);
        fade.play();
    }

    /// A sheet comes from the right, a toast from below.
    public static void slideIn(Node node, boolean fromRight) {
        if (reduced()) {
            return;
        }
        var fade = new FadeTransition(SLIDE, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        var slide = new TranslateTransition(SLIDE, node);
        if (fromRight) {
            slide.setFromX(WAY);
            slide.setToX(0);
        } else {
            slide.setFromY(WAY);
            slide.setToY(0);
        }
        slide.setInterpolator(Interpolator.EASE_OUT);
        new ParallelTransition(fade, slide).play();
    }
}
