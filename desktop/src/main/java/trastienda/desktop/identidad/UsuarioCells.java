package trastienda.desktop.identidad;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Avatar;
import trastienda.desktop.platform.ui.Badge;
import trastienda.desktop.platform.ui.Family;
import trastienda.shared.identidad.Usuario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

/// What the columns of the list of people draw.
final class UsuarioCells {
    private UsuarioCells() {}

    static void fill(
            TableColumn<Usuario, Usuario> column, String key, Function<Usuario, Node> draw) {
        column.textProperty().bind(Text.of(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(
                any ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable Usuario item, boolean empty) {
                                super.updateItem(item, empty);
                                setGraphic(empty || item == null ? null : draw.apply(item));
                            }
                        });
    }

    static Node person(Usuario person) {
        var name = new Label(person.nombre().isBlank() ? person.username() : person.nombre());
        name.getStyleClass().add("text-strong");
        var login = new Label(person.username());
        login.getStyleClass().addAll("text-small", "text-muted");
        var words = new VBox(name, login);
        words.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox(10, new Avatar(name.getText(), 28), words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Node groups(Usuario person) {
        var label = new Label();
        label.textProperty().bind(Text.live(() -> Grupos.names(person.grupos())));
        return label;
    }

    static Node status(Usuario person) {
        if (!person.activo()) {
            return Badge.of(Family.GRAY, "fth-slash", Text.of("identidad.estado.desactivado"));
        }
        return person.bloqueado()
                ? Badge.of(Family.RED, "fth-lock", Text.of("identidad.estado.bloqueado"))
                : Badge.of(Family.GREEN, "fth-check-circle", Text.of("identidad.estado.activo"));
    }

    static Node email(Usuario person) {
        var label = new Label(person.email());
        label.getStyleClass().add("text-muted");
        return label;
    }

    static Node last(Usuario person) {
        var label = new Label();
        var moment = person.ultimoIngreso();
        label.textProperty()
                .bind(
                        Text.live(
                                () ->
                                        moment == null
                                                ? Text.now("identidad.usuarios.nunca")
                                                : Formats.shortInstant(
                                                        moment,
                                                        LocalDate.now(
                                                                Clock.system(Formats.ZONE)))));
        label.getStyleClass().add("text-muted");
        return label;
    }
}
