package trastienda.desktop.identidad;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Badge;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.FieldBox;
import trastienda.desktop.platform.ui.Note;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Reference;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.ui.Toast;
import trastienda.shared.identidad.FilaImportada;
import trastienda.shared.text.SharedText;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The import of people from CSV: a file or pasted text, and what became of each row.
final class ImportSheet {
    private static final double WIDTH = 640;

    private final UsuariosApi api;
    private final Background background;
    private final Surface surface;
    private final Runnable changed;
    private final VBox sheet = new VBox();
    private final VBox results = new VBox();
    private final TextArea csv = new TextArea();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final CheckBox onlyGood = new CheckBox();
    private Overlays.@Nullable Opened opened;
    private String kept = "";
    private List<FilaImportada> made = List.of();

    ImportSheet(UsuariosApi api, Background background, Surface surface, Runnable changed) {
        this.api = api;
        this.background = background;
        this.surface = surface;
        this.changed = changed;
        sheet.setId("importar-hoja");
        csv.setId("importar-csv");
        csv.setPrefRowCount(8);
        onlyGood.textProperty().bind(Text.of("identidad.importar.solo_buenas"));
        var body = new VBox(12, field(), onlyGood, results);
        body.setPadding(new Insets(16, 24, 24, 24));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sheet.getChildren().addAll(head(), scroll, foot());
    }

    private Node field() {
        var box = new FieldBox(Text.of("identidad.importar.texto"), csv, false);
        box.hint(Text.of("identidad.importar.columnas"));
        return box;
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
        sheet.setMaxWidth(WIDTH);
        sheet.setPrefWidth(WIDTH);
        Fx.focus(csv);
    }

    private HBox head() {
        var title = new Label();
        title.textProperty().bind(Text.of("identidad.importar.titulo"));
        title.getStyleClass().add("text-title");
        var head =
                new HBox(
                        title,
                        gap(),
                        Buttons.plain(
                                Text.of("identidad.importar.elegir"),
                                "fth-file-text",
                                this::choose),
                        Buttons.icon("fth-x", Text.of("dialogo.cerrar"), this::leave));
        head.getStyleClass().add("sheet-head");
        return head;
    }

    private HBox foot() {
        var go = Buttons.primary(Text.of("identidad.importar.hacer"), "fth-upload", this::run);
        go.setId("importar-hacer");
        go.disableProperty()
                .bind(
                        busy.or(
                                Bindings.createBooleanBinding(
                                        () -> csv.getText().isBlank(), csv.textProperty())));
        var foot = new HBox(8, gap(), Buttons.text(Text.of("dialogo.cerrar"), this::leave), go);
        foot.getStyleClass().add("sheet-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Closes it; a text that is neither a file's nor imported as a whole is asked for first.
    private void leave() {
        if (!made.isEmpty()) {
            surface.dialogs()
                    .confirm(
                            Text.of("identidad.importar.claves_titulo"),
                            Text.of("identidad.importar.claves_porque"),
                            Text.of("identidad.importar.claves_cerrar"),
                            true,
                            this::close);
        } else if (csv.getText().isBlank() || csv.getText().equals(kept)) {
            close();
        } else {
            surface.dialogs().discard(this::close);
        }
    }

    private void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv", "*.txt"));
        var file = chooser.showOpenDialog(sheet.getScene().getWindow());
        if (file != null) {
            background.run(
                    () -> text(Files.readAllBytes(file.toPath())),
                    text -> {
                        csv.setText(text);
                        kept = csv.getText();
                    },
                    this::failed);
        }
    }

    /// Spreadsheets write UTF-8 or, in Spanish, windows-1252.
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private void run() {
        var text = csv.getText();
        var partly = onlyGood.isSelected();
        busy.set(true);
        background.run(
                () -> api.importCsv(text, partly),
                rows -> {
                    busy.set(false);
                    if (isDone(rows)) {
                        kept = text;
                    }
                    show(rows);
                },
                this::failed);
    }

    private static boolean isDone(List<FilaImportada> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(FilaImportada::creada);
    }

    private void failed(Exception cause) {
        busy.set(false);
        results.getChildren()
                .setAll(
                        new Note(
                                Family.RED,
                                "fth-alert-circle",
                                FailureText.of(ApiFailure.of(cause))));
    }

    private void show(List<FilaImportada> rows) {
        results.getChildren().clear();
        var created = rows.stream().filter(FilaImportada::creada).count();
        results.getChildren()
                .add(
                        new Note(
                                isDone(rows) ? Family.GREEN : Family.AMBER,
                                isDone(rows) ? "fth-check-circle" : "fth-alert-circle",
                                created == 0
                                        ? Text.of(
                                                rows.isEmpty()
                                                        ? "identidad.importar.sin_filas"
                                                        : "identidad.importar.ninguna")
                                        : Text.of(
                                                "identidad.importar.resumen",
                                                created,
                                                rows.size())));
        // those of an import before this one were not copied yet
        made =
                Stream.concat(made.stream(), rows.stream().filter(row -> row.clave() != null))
                        .toList();
        if (!made.isEmpty()) {
            results.getChildren().add(secrets(made));
        }
        rows.forEach(row -> results.getChildren().add(row(row)));
        if (created > 0) {
            changed.run();
        }
    }

    /// The made passwords, all at once: they are shown here only.
    private HBox secrets(List<FilaImportada> rows) {
        var words = new Label();
        words.textProperty().bind(Text.of("identidad.importar.claves", rows.size()));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var all =
                Buttons.plain(
                        Text.of("identidad.importar.copiar_claves"),
                        "fth-copy",
                        () -> {
                            copy(
                                    rows.stream()
                                            .map(row -> row.username() + "\t" + row.clave())
                                            .collect(Collectors.joining("\n")));
                            made = List.of();
                        });
        all.setId("importar-copiar-claves");
        all.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(8, words, all);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPadding(new Insets(12, 0, 8, 0));
        return box;
    }

    private void copy(String text) {
        Reference.copy(text);
        surface.toasts().show(Toast.of(Text.now("identidad.usuario.copiada")));
    }

    private HBox row(FilaImportada row) {
        var line = new Label();
        line.textProperty().bind(Text.of("identidad.importar.linea", row.linea()));
        line.getStyleClass().addAll("text-small", "text-muted");
        line.setMinWidth(64);
        var name = new Label(row.username());
        name.getStyleClass().add("text-strong");
        name.setMinWidth(120);
        var why = new Label();
        why.textProperty()
                .bind(
                        Text.live(
                                () ->
                                        row.errores().isEmpty() && !row.creada()
                                                ? Text.now("identidad.importar.por_las_otras")
                                                : row.errores().stream()
                                                        .map(
                                                                error ->
                                                                        error.campo()
                                                                                + ": "
                                                                                + SharedText.of(
                                                                                        Text
                                                                                                .locale(),
                                                                                        error))
                                                        .collect(Collectors.joining("\n"))));
        why.setWrapText(true);
        why.getStyleClass().add("text-small");
        HBox.setHgrow(why, Priority.ALWAYS);
        var box =
                new HBox(
                        8,
                        line,
                        name,
                        row.creada()
                                ? Badge.of(
                                        Family.GREEN,
                                        "fth-check-circle",
                                        Text.of("identidad.importar.creada"))
                                : Badge.of(
                                        row.errores().isEmpty() ? Family.GRAY : Family.RED,
                                        row.errores().isEmpty()
                                                ? "fth-minus-circle"
                                                : "fth-x-circle",
                                        Text.of("identidad.importar.no_creada")),
                        why);
        if (row.clave() != null) {
            why.textProperty().unbind();
            why.setText(row.clave());
            var secret = row.clave();
            box.getChildren()
                    .add(
                            Buttons.icon(
                                    "fth-copy",
                                    Text.of("identidad.usuario.copiar"),
                                    () -> copy(secret)));
        }
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(36);
        return box;
    }
}
