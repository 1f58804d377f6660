package trastienda.desktop.confrontas;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;

/// The closed tray: the status bar's left end.
final class TrayBar {
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    private final Label main = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label speed = new Label();
    private final Label porSubir = new Label();
    private final Label wrong = new Label();
    private final Button button = new Button();
    private final InvalidationListener language;

    TrayBar(TrayViewModel model, Runnable toggle) {
        main.setGraphic(new FontIcon("fth-arrow-up"));
        main.getStyleClass().add("tray-main");
        bar.setPrefWidth(96);
        bar.getStyleClass().add("thin");
        wrong.setGraphic(new FontIcon("fth-alert-triangle"));
        wrong.getStyleClass().add("tray-wrong");
        var row = new HBox(12, main, bar, speed, porSubir, wrong);
        row.getStyleClass().add("centered-row");
        // the bar would keep a click on it from the button
        row.setMouseTransparent(true);
        button.setGraphic(row);
        button.getStyleClass().add("tray-bar");
        button.setId("archivos-en-curso");
        button.accessibleTextProperty().bind(Text.of("transferencias.bandeja"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> toggle.run());
        model.sumProperty().addListener((property, old, now) -> show(now));
        language = changed -> show(model.sumProperty().get());
        Text.languageProperty().addListener(new WeakInvalidationListener(language));
        show(model.sumProperty().get());
    }

    Node node() {
        return button;
    }

    private void show(TrayViewModel.Sum sum) {
        main.setText(
                sum.running() > 0
                        ? Text.now("transferencias.en_curso", sum.running())
                        : sum.waiting() > 0
                                ? Text.now("transferencias.en_cola", sum.waiting())
                                : Text.now("transferencias.nada"));
        main.pseudoClassStateChanged(BUSY, sum.running() > 0);
        bar.setProgress(sum.share());
        show(bar, sum.running() > 0);
        var left = sum.left();
        show(speed, sum.running() > 0 && left != null);
        if (left != null) {
            speed.setText(
                    Text.now(
                            "transferencias.velocidad",
                            Formats.speed(sum.bytesPerSecond()),
                            Formats.duration(left)));
        }
        show(porSubir, sum.porSubir() > 0);
        porSubir.setText(Text.now("transferencias.por_subir", sum.porSubir()));
        show(wrong, sum.refused() > 0);
        wrong.setText(Text.now("transferencias.con_error", sum.refused()));
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
