package trastienda.desktop.identidad;

import atlantafx.base.controls.CustomTextField;

import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.PaneState;
import trastienda.desktop.platform.ui.Skeleton;
import trastienda.desktop.platform.ui.StatePane;
import trastienda.desktop.platform.ui.TableLook;
import trastienda.desktop.platform.ui.Theme;
import trastienda.shared.identidad.Usuario;

import java.util.function.Consumer;

/// Binds the list of people to its view model.
final class UsuariosController {
    private final UsuariosViewModel model;
    private final Theme theme;
    private final Consumer<Usuario> edit;
    private final Runnable create;
    private final Runnable importing;

    @FXML private HBox bar;
    @FXML private CustomTextField search;
    @FXML private CheckBox onlyActive;
    @FXML private VBox panel;
    @FXML private Label heading;
    @FXML private Label total;
    @FXML private TableView<Usuario> table;
    @FXML private TableColumn<Usuario, Usuario> person;
    @FXML private TableColumn<Usuario, Usuario> groups;
    @FXML private TableColumn<Usuario, Usuario> status;
    @FXML private TableColumn<Usuario, Usuario> email;
    @FXML private TableColumn<Usuario, Usuario> last;
    @FXML private HBox foot;

    UsuariosController(
            UsuariosViewModel model,
            Theme theme,
            Consumer<Usuario> edit,
            Runnable create,
            Runnable importing) {
        this.model = model;
        this.theme = theme;
        this.edit = edit;
        this.create = create;
        this.importing = importing;
    }

    @FXML
    void initialize() {
        search.setLeft(Icons.of("fth-search"));
        search.promptTextProperty().bind(Text.of("identidad.usuarios.buscar"));
        search.accessibleTextProperty().bind(search.promptTextProperty());
        search.textProperty().bindBidirectional(model.queryProperty());
        onlyActive.textProperty().bind(Text.of("identidad.usuarios.solo_activos"));
        onlyActive.selectedProperty().bindBidirectional(model.onlyActiveProperty());
        heading.textProperty().bind(Text.of("identidad.usuarios.personas"));
        total.visibleProperty()
                .bind(model.stateProperty().map(state -> !(state instanceof UsuariosState.Failed)));
        total.textProperty()
                .bind(
                        Text.live(
                                () -> Formats.number(model.countProperty().get()),
                                model.countProperty()));
        var fresh = Buttons.primary(Text.of("identidad.usuarios.nuevo"), "fth-user-plus", create);
        fresh.setId("usuario-nuevo");
        bar.getChildren()
                .addAll(
                        Buttons.plain(
                                Text.of("identidad.usuarios.importar"), "fth-upload", importing),
                        fresh);
        columns();
        states();
        var more = Buttons.link(Text.of("identidad.usuarios.mas"), model::loadMore);
        foot.getChildren().setAll(more, trouble());
        foot.visibleProperty().bind(model.moreProperty());
        foot.managedProperty().bind(model.moreProperty());
    }

    private Label trouble() {
        var words = new Label();
        words.getStyleClass().addAll("text-small", "text-warning");
        words.setId("usuarios-problema");
        model.problemProperty()
                .subscribe(
                        problem -> {
                            words.setVisible(problem != null);
                            words.setManaged(problem != null);
                            if (problem != null) {
                                words.textProperty().bind(FailureText.of(problem));
                            }
                        });
        return words;
    }

    private void columns() {
        UsuarioCells.fill(person, "identidad.usuarios.columna.persona", UsuarioCells::person);
        UsuarioCells.fill(groups, "identidad.usuarios.columna.grupos", UsuarioCells::groups);
        UsuarioCells.fill(status, "identidad.usuarios.columna.estado", UsuarioCells::status);
        UsuarioCells.fill(email, "identidad.usuarios.columna.correo", UsuarioCells::email);
        UsuarioCells.fill(last, "identidad.usuarios.columna.ingreso", UsuarioCells::last);
        table.setItems(model.rows());
        TableLook.apply(table, TableLook.TWO_LINES, theme);
        TableLook.edges(person, last);
        table.setRowFactory(
                view -> {
                    var row = new TableRow<Usuario>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getClickCount() == 2 && row.getItem() != null) {
                                    edit.accept(row.getItem());
                                }
                            });
                    return row;
                });
        table.setOnKeyPressed(
                event -> {
                    var chosen = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && chosen != null) {
                        event.consume();
                        edit.accept(chosen);
                    }
                });
    }

    private void states() {
        var at = panel.getChildren().indexOf(table);
        panel.getChildren().remove(table);
        var pane =
                new StatePane(table, Skeleton.rows(10, TableLook.TWO_LINES, 180, 120, 90, 160, 90));
        VBox.setVgrow(pane, Priority.ALWAYS);
        panel.getChildren().add(at, pane);
        model.stateProperty()
                .subscribe(
                        state ->
                                pane.show(
                                        switch (state) {
                                            case UsuariosState.Loading() -> new PaneState.Loading();
                                            case UsuariosState.Rows() -> new PaneState.Content();
                                            case UsuariosState.Empty() -> empty();
                                            case UsuariosState.Failed(var failure) ->
                                                    new PaneState.Failed(failure, model::load);
                                        }));
    }

    private PaneState empty() {
        return new PaneState.Empty(
                Family.BLUE,
                "fth-users",
                Text.of("identidad.usuarios.vacio"),
                Text.of("identidad.usuarios.vacio_porque"),
                Buttons.text(
                        Text.of("identidad.usuarios.limpiar"),
                        () -> {
                            model.queryProperty().set("");
                            model.onlyActiveProperty().set(false);
                        }));
    }

    /// Puts the cursor where one searches.
    void focus() {
        search.requestFocus();
    }
}
