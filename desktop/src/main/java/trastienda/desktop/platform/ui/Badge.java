package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.EstadoVenta;

/// Icon, word and colour of a state. One badge can show one state after another, as a cell does.
public final class Badge extends Label {
    private @Nullable Look shown;

    /// A badge that shows nothing yet.
    public Badge() {
        getStyleClass().add("badge");
        setTextOverrun(OverrunStyle.ELLIPSIS);
        setMinWidth(USE_PREF_SIZE);
    }

    /// A badge of any look and word.
    public static Badge of(Family family, String icon, ObservableValue<String> word) {
        var badge = new Badge();
        badge.show(new Look(family, icon, false), word);
        return badge;
    }

    /// A sale's state.
    public static Badge of(EstadoVenta estado) {
        var badge = new Badge();
        badge.show(estado);
        return badge;
    }

    /// A file's state.
    public static Badge of(EstadoArchivo estado) {
        var badge = new Badge();
        badge.show(Look.of(estado), Text.label(estado));
        return badge;
    }

    /// The state of a sale's confronta.
    public static Badge of(EstadoConfronta estado) {
        var badge = new Badge();
        badge.show(Look.of(estado), Text.label(estado));
        return badge;
    }

    /// Shows a sale's state.
    public void show(EstadoVenta estado) {
        show(Look.of(estado), Text.label(estado));
    }

    /// Shows the state of a sale's confronta.
    public void show(EstadoConfronta estado) {
        show(Look.of(estado), Text.label(estado));
    }

    /// Shows any look with its word.
    public void show(Look look, ObservableValue<String> word) {
        if (!look.equals(shown)) {
            look.family().paint(this);
            getStyleClass().remove("solid");
            if (look.solid()) {
                getStyleClass().add("solid");
            }
            show(look.icon());
            shown = look;
        }
        textProperty().bind(word);
    }

    private void show(String glyph) {
        if (getGraphic() instanceof FontIcon icon) {
            icon.setIconLiteral(glyph);
        } else {
            setGraphic(Icons.of(glyph, 13));
        }
    }
}
