package trastienda.desktop.identidad;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.FieldBox;
import trastienda.desktop.platform.ui.Note;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Reference;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.ui.Toast;
import trastienda.shared.identidad.Usuario;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Regla;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// A person, new or to be changed: data, groups, enabled or not, a new password.
final class UsuarioSheet {
    private static final double WIDTH = 480;

    private final UsuariosApi api;
    private final Background background;
    private final Surface surface;
    private final Consumer<Usuario> changed;
    private final @Nullable Usuario original;
    private final VBox sheet = new VBox();
    private final VBox notes = new VBox(8);
    private final TextField username = new TextField();
    private final TextField nombre = new TextField();
    private final TextField email = new TextField();
    private final TextField clave = new TextField();
    private final GruposField grupos;
    private final Map<String, FieldBox> boxes =
            Map.of(
                    "username",
                    new FieldBox(Text.of("identidad.usuario.usuario"), username, true),
                    "nombre",
                    new FieldBox(Text.of("identidad.usuario.nombre"), nombre, true),
                    "email",
                    new FieldBox(Text.of("identidad.usuario.correo"), email, false),
                    "clave",
                    new FieldBox(Text.of("identidad.usuario.clave"), clave, true));
    private Overlays.@Nullable Opened opened;
    private @Nullable Button save;
    private List<Object> before = List.of();

    UsuarioSheet(
            UsuariosApi api,
            Background background,
            Surface surface,
            @Nullable Usuario original,
            Consumer<Usuario> changed) {
        this.api = api;
        this.background = background;
        this.surface = surface;
        this.original = original;
        this.changed = changed;
        this.grupos = new GruposField(original);
        sheet.setId("usuario-hoja");
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        username.setId("usuario-username");
        nombre.setId("usuario-nombre");
        clave.setId("usuario-clave");
        var body = new ScrollPane(body());
        body.setFitToWidth(true);
        body.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(body, Priority.ALWAYS);
        sheet.getChildren().addAll(head(), body, foot());
    }

    void open() {
        opened =
                surface.overlays()
                        .sheet(
                                sheet,
                                () -> {
                                    leave();
                                    return false;
                                });
        before = written();
        sheet.setMaxWidth(WIDTH);
        sheet.setPrefWidth(WIDTH);
        Fx.focus(original == null ? username : nombre);
    }

    private HBox head() {
        var title = new Label();
        title.textProperty()
                .bind(
                        Text.of(
                                original == null
                                        ? "identidad.usuario.nuevo"
                                        : "identidad.usuario.editar"));
        title.getStyleClass().add("text-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head =
                new HBox(title, gap, Buttons.icon("fth-x", Text.of("dialogo.cerrar"), this::leave));
        head.getStyleClass().add("sheet-head");
        return head;
    }

    private VBox body() {
        var box = new VBox(8, notes);
        box.setPadding(new Insets(16, 24, 24, 24));
        var person = original;
        if (person == null) {
            box.getChildren().add(box("username"));
        } else {
            username.setText(person.username());
            nombre.setText(person.nombre());
            email.setText(person.email());
            box.getChildren().add(status(person));
        }
        box.getChildren().addAll(box("nombre"), box("email"), grupos);
        if (person == null) {
            box("clave").hint(Text.of("identidad.usuario.clave_ayuda"));
            box.getChildren().addAll(box("clave"), password());
        }
        return box;
    }

    private HBox password() {
        var make =
                Buttons.plain(Text.of("identidad.usuario.generar"), "fth-refresh-cw", this::make);
        make.setId("usuario-generar");
        var copy = Buttons.plain(Text.of("identidad.usuario.copiar"), "fth-copy", this::copy);
        copy.disableProperty().bind(clave.textProperty().map(String::isEmpty));
        return new HBox(8, Buttons.styled(make, "small"), Buttons.styled(copy, "small"));
    }

    private void make() {
        box("clave").clear();
        clave.setText(MadePassword.of(username.getText().strip(), new SecureRandom()));
    }

    private void copy() {
        Reference.copy(clave.getText());
        surface.toasts().show(Toast.of(Text.now("identidad.usuario.copiada")));
    }

    private FieldBox box(String field) {
        return Objects.requireNonNull(boxes.get(field));
    }

    private Node status(Usuario person) {
        var words = new VBox(2, UsuarioCells.person(person), UsuarioCells.status(person));
        words.setSpacing(10);
        var enable =
                Buttons.text(
                        Text.of(
                                person.activo()
                                        ? "identidad.usuario.desactivar"
                                        : "identidad.usuario.activar"),
                        () -> toggle(person));
        enable.getStyleClass().add("small");
        var reset =
                Buttons.plain(
                        Text.of("identidad.usuario.restablecer"), "fth-lock", () -> reset(person));
        reset.getStyleClass().add("small");
        var row = new HBox(8, enable, reset);
        return new VBox(12, words, row, hairline());
    }

    private static Region hairline() {
        var line = new Region();
        line.getStyleClass().add("hairline");
        VBox.setMargin(line, new Insets(4, 0, 8, 0));
        return line;
    }

    private HBox foot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var button =
                Buttons.text(
                        Text.of(
                                original == null
                                        ? "identidad.usuario.crear"
                                        : "identidad.usuario.guardar"),
                        this::save);
        button.setId("usuario-guardar");
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        save = button;
        var foot = new HBox(8, gap, Buttons.text(Text.of("dialogo.cancelar"), this::leave), button);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /// Closes it, after a question when something would be lost.
    private void leave() {
        if (written().equals(before)) {
            close();
        } else {
            surface.dialogs().discard(this::close);
        }
    }

    private List<Object> written() {
        return List.of(
                username.getText(),
                nombre.getText(),
                email.getText(),
                clave.getText(),
                grupos.chosen());
    }

    private void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private void save() {
        if (save != null && save.isDisabled()) {
            return;
        }
        if (nombre.getText().isBlank()) {
            Objects.requireNonNull(boxes.get("nombre"))
                    .error(FieldError.of("nombre", Regla.OBLIGATORIO));
            nombre.requestFocus();
            return;
        }
        if (!grupos.isAnswered()) {
            grupos.requestFocus();
            return;
        }
        var person = original;
        if (person == null) {
            run(
                    () ->
                            api.create(
                                    new UsuarioCambio(
                                            username.getText().strip(),
                                            nombre.getText().strip(),
                                            email.getText().strip(),
                                            true,
                                            grupos.chosen(),
                                            clave.getText())),
                    "identidad.usuario.creado");
        } else {
            run(
                    () ->
                            api.change(
                                    person.id(),
                                    new UsuarioCambio(
                                            null,
                                            nombre.getText().strip(),
                                            email.getText().strip(),
                                            null,
                                            grupos.chosen(),
                                            null)),
                    "identidad.usuario.guardado");
        }
    }

    private void toggle(Usuario person) {
        var enable = !person.activo();
        Runnable act =
                () ->
                        run(
                                () ->
                                        api.change(
                                                person.id(),
                                                new UsuarioCambio(
                                                        null, null, null, enable, null, null)),
                                enable
                                        ? "identidad.usuario.activado"
                                        : "identidad.usuario.desactivado");
        if (!written().equals(before)) {
            surface.dialogs().discard(() -> toggle(person, enable, act));
        } else {
            toggle(person, enable, act);
        }
    }

    private void toggle(Usuario person, boolean enable, Runnable act) {
        if (enable) {
            act.run();
        } else {
            surface.dialogs()
                    .confirm(
                            Text.of("identidad.usuario.desactivar_titulo", person.nombre()),
                            Text.of("identidad.usuario.desactivar_porque"),
                            Text.of("identidad.usuario.desactivar"),
                            true,
                            act);
        }
    }

    private void run(Callable<Usuario> work, String done) {
        busy(true);
        background.run(
                work,
                person -> {
                    busy(false);
                    close();
                    changed.accept(person);
                    surface.toasts().show(Toast.of(Text.now(done, person.nombre())));
                },
                this::failed);
    }

    private void onKey(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.S) {
            key.consume();
            save();
        }
    }

    private void busy(boolean on) {
        if (save != null) {
            save.setDisable(on);
        }
    }

    private void failed(Exception cause) {
        busy(false);
        notes.getChildren().clear();
        boxes.values().forEach(FieldBox::clear);
        var failure = ApiFailure.of(cause);
        var shown = false;
        if (failure instanceof ApiFailure.Refused(var problem) && problem.errors() != null) {
            for (var field : boxes.entrySet()) {
                var box = field.getValue();
                var broken =
                        problem.errors().stream()
                                .filter(error -> error.campo().equals(field.getKey()))
                                .toList();
                if (!broken.isEmpty() && box.getScene() != null) {
                    box.errors(broken);
                    shown = true;
                }
            }
        }
        if (!shown) {
            notes.getChildren()
                    .setAll(new Note(Family.RED, "fth-alert-circle", FailureText.of(failure)));
        }
    }

    private void reset(Usuario person) {
        surface.dialogs()
                .confirm(
                        Text.of("identidad.usuario.restablecer_titulo", person.nombre()),
                        Text.of("identidad.usuario.restablecer_porque"),
                        Text.of("identidad.usuario.restablecer"),
                        false,
                        () ->
                                background.run(
                                        () -> api.reset(person.id()),
                                        fresh ->
                                                ClaveDialog.show(
                                                        surface, person.nombre(), fresh.clave()),
                                        this::failed));
    }
}
