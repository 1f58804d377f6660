package trastienda.desktop.identidad;

import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Icons;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Usuario;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The groups a person is in: at least one, for without a group nothing may be opened.
final class GruposField extends VBox {
    private final Map<Grupo, CheckBox> checks = new EnumMap<>(Grupo.class);
    private final Label missing = new Label();

    GruposField(@Nullable Usuario person) {
        super(8);
        setPadding(new Insets(0, 0, 12, 0));
        var label = new Label();
        label.textProperty().bind(Text.of("identidad.usuario.grupos").map(words -> words + " *"));
        label.getStyleClass().add("field-label");
        getChildren().add(label);
        for (var grupo : Grupo.values()) {
            var check = new CheckBox();
            check.textProperty().bind(Text.live(() -> Grupos.name(grupo)));
            check.setSelected(
                    person != null
                            && person.grupos().stream().anyMatch(grupo.nombre()::equalsIgnoreCase));
            check.selectedProperty().subscribe(() -> complain(false));
            check.setId("grupo-" + grupo.name().toLowerCase(Locale.ROOT));
            checks.put(grupo, check);
            getChildren().add(check);
        }
        missing.textProperty().bind(Text.of("identidad.usuario.sin_grupo"));
        missing.setGraphic(Icons.of("fth-alert-circle", 13));
        missing.getStyleClass().add("field-error");
        missing.setId("usuario-sin-grupo");
        getChildren().add(missing);
        complain(false);
    }

    /// The names of those chosen.
    List<String> chosen() {
        return checks.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(entry -> entry.getKey().nombre())
                .toList();
    }

    /// Whether at least one is chosen; says so when none is.
    boolean isAnswered() {
        var none = chosen().isEmpty();
        complain(none);
        return !none;
    }

    @Override
    public void requestFocus() {
        checks.values().iterator().next().requestFocus();
    }

    private void complain(boolean on) {
        missing.setVisible(on);
        missing.setManaged(on);
    }
}
