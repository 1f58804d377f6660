package trastienda.desktop.ventas;

import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Note;
import trastienda.shared.problem.FieldError;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The sheet in which a sale is registered or corrected.
final class VentaFormController {
    private static final Duration QUIET = Duration.ofMillis(600);

    private final VentaFormViewModel model;
    private final VentaFiles.Field fileField;
    private final Background background;
    private final FormLinks links;
    private final boolean choosesAgent;
    private final Map<Campo, FormField> fields = new EnumMap<>(Campo.class);
    private Background.Running pending = () -> {};
    private String reason = "";

    @FXML private BorderPane root;
    @FXML private Label title;
    @FXML private Button close;
    @FXML private ScrollPane scroll;
    @FXML private VBox notes;
    @FXML private Label customerTitle;
    @FXML private GridPane customer;
    @FXML private Label saleTitle;
    @FXML private GridPane sale;
    @FXML private Label deliveryTitle;
    @FXML private GridPane delivery;
    @FXML private Label fileTitle;
    @FXML private StackPane file;
    @FXML private Label missing;
    @FXML private Button cancel;
    @FXML private Button save;

    VentaFormController(
            VentaFormViewModel model,
            VentaFiles.Field fileField,
            Background background,
            FormLinks links,
            boolean choosesAgent) {
        this.model = model;
        this.fileField = fileField;
        this.background = background;
        this.links = links;
        this.choosesAgent = choosesAgent;
    }

    @FXML
    void initialize() {
        var original = model.original();
        title.textProperty()
                .bind(
                        original == null
                                ? Text.of("ventas.form.nueva")
                                : Text.of("ventas.form.corregir", original.numero()));
        customerTitle.textProperty().bind(Text.of("ventas.form.cliente"));
        saleTitle.textProperty().bind(Text.of("ventas.form.venta"));
        deliveryTitle.textProperty().bind(Text.of("ventas.form.entrega"));
        fileTitle.textProperty().bind(Text.of("ventas.form.archivo"));
        close.setGraphic(new FontIcon("fth-x"));
        close.accessibleTextProperty().bind(Text.of("ventas.detalle.cerrar"));
        close.setOnAction(click -> leave());
        cancel.textProperty().bind(Text.of("ventas.form.cancelar"));
        cancel.setOnAction(click -> leave());
        save.setId("form-guardar");
        save.setGraphic(new FontIcon("fth-check"));
        save.setOnAction(click -> save());
        fields();
        file.getChildren().setAll(fileField.node());
        fileField.acceptOn(root, () -> scroll.setVvalue(1));
        fileField
                .heldProperty()
                .addListener(
                        (property, old, now) -> {
                            model.setFile(now);
                            draftSoon();
                        });
        follow();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void fields() {
        for (var grid : new GridPane[] {customer, sale, delivery}) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().setAll(half, half);
        }
        customer.addRow(0, add(Campo.TIPO_DOCUMENTO), documento());
        customer.addRow(1, add(Campo.NOMBRE_COMPLETO), add(Campo.FECHA_EXPEDICION));
        customer.addRow(2, add(Campo.TELEFONO_LEGALIZACION));
        if (choosesAgent && model.isNew()) {
            customer.add(add(Campo.AGENTE), 1, 2);
        }
        sale.add(add(Campo.PLAN_ADQUIERE), 0, 0, 2, 1);
        sale.addRow(1, add(Campo.NUMERO_A_PORTAR), add(Campo.NIP));
        delivery.addRow(0, add(Campo.FECHA_ENTREGA), add(Campo.FECHA_VENTANA_CAMBIO));
        delivery.addRow(1, add(Campo.NUMERO_ORDEN), add(Campo.BASE_ORIGEN));
        delivery.addRow(2, add(Campo.USUARIO_GRETA));
        delivery.add(add(Campo.OBSERVACION), 0, 3, 2, 1);
    }

    private Node documento() {
        return DocumentoRow.of(
                add(Campo.DOCUMENTO),
                add(Campo.DOCUMENTO_DV),
                model.value(Campo.TIPO_DOCUMENTO),
                model.value(Campo.DOCUMENTO_DV));
    }

    private FormField add(Campo campo) {
        var field = new FormField(campo, control(campo));
        field.onLeft(() -> model.leave(campo));
        model.value(campo).addListener((property, old, now) -> draftSoon());
        if (isToCorrect(campo)) {
            field.markUntilChanged(model.value(campo));
        }
        fields.put(campo, field);
        return field;
    }

    private Control control(Campo campo) {
        var value = model.value(campo);
        return switch (campo) {
            case TIPO_DOCUMENTO -> FormControls.documentType(value);
            case PLAN_ADQUIERE -> FormControls.plan(value, model.plans());
            case AGENTE -> FormControls.agent(value, model.agents());
            case BASE_ORIGEN -> FormControls.origin(value);
            case FECHA_EXPEDICION, FECHA_ENTREGA, FECHA_VENTANA_CAMBIO -> FormControls.date(value);
            case OBSERVACION -> FormControls.lines(value);
            case DOCUMENTO,
                    DOCUMENTO_DV,
                    NOMBRE_COMPLETO,
                    TELEFONO_LEGALIZACION,
                    NUMERO_A_PORTAR,
                    NIP,
                    NUMERO_ORDEN,
                    USUARIO_GRETA ->
                    FormControls.text(value);
        };
    }

    private void follow() {
        MapChangeListener<Campo, FieldError> words = change -> say(change.getKey());
        model.errors().addListener(words);
        model.warnings().addListener(words);
        model.stateProperty().addListener((property, old, now) -> render(now));
        model.offeredProperty()
                .addListener(
                        (property, old, now) -> {
                            render(model.stateProperty().get());
                            answerFirst();
                        });
        render(model.stateProperty().get());
        new FormFoot(missing, model).follow();
    }

    private void say(Campo campo) {
        var field = fields.get(campo);
        if (field != null) {
            field.say(model.errors().get(campo), model.warnings().get(campo));
        }
    }

    /// What is offered is taken or refused before anything is typed: one draft is kept.
    private void answerFirst() {
        var asked = model.offeredProperty().get() != null;
        List.of(customer, sale, delivery, file, save).forEach(part -> part.setDisable(asked));
        if (asked) {
            notes.lookupAll("#borrador-tomar").forEach(Fx::focus);
        } else if (root.getScene() != null) {
            begin();
        }
    }

    private void render(FormState state) {
        var saving = state instanceof FormState.Saving;
        scroll.setDisable(saving);
        save.setDisable(saving);
        save.textProperty()
                .bind(
                        Text.of(
                                saving
                                        ? "ventas.form.guardando"
                                        : model.isNew()
                                                ? "ventas.form.guardar"
                                                : "ventas.form.reenviar"));
        notes.getChildren().clear();
        fields.values().forEach(field -> field.sayActual(null, () -> {}));
        offer();
        returned();
        switch (state) {
            case FormState.Editing(), FormState.Saving() -> {}
            case FormState.Failed(var cause) -> {
                notes.getChildren().add(failure(cause));
                firstWrong();
            }
            case FormState.Stale now -> stale(now);
            case FormState.Saved(var venta) -> {
                pending.cancel();
                fileField.send(venta);
                links.saved().accept(venta);
            }
        }
    }

    private void save() {
        if (save.isDisabled()) {
            return;
        }
        model.save();
        if (model.stateProperty().get() instanceof FormState.Editing) {
            firstWrong();
        }
    }

    private Node failure(Exception cause) {
        var anyway = links.anyway();
        return anyway != null && model.isLineTaken()
                ? FormNotes.anyway(cause, () -> anyway.accept(reason, this::saveAnyway))
                : FormNotes.failure(cause);
    }

    private void saveAnyway(String why) {
        reason = why;
        model.saveAnyway(why);
    }

    private void firstWrong() {
        for (var campo : Campo.values()) {
            var field = fields.get(campo);
            if (field != null && model.errors().containsKey(campo)) {
                field.reveal(scroll);
                field.begin();
                return;
            }
        }
        scroll.setVvalue(0);
    }

    private void offer() {
        var draft = model.offeredProperty().get();
        if (draft != null) {
            notes.getChildren()
                    .add(
                            FormNotes.draft(
                                    !model.isNew(),
                                    Text.live(() -> Formats.dateTime(draft.cuando())),
                                    () -> {
                                        fileField.restore(draft.archivo());
                                        model.takeDraft();
                                    },
                                    () -> refuse(draft)));
        }
    }

    private void returned() {
        var original = model.original();
        if (original != null
                && original.motivoDevolucion() != null
                && !original.motivoDevolucion().isBlank()) {
            notes.getChildren()
                    .add(
                            new Note(
                                    Family.AMBER,
                                    "fth-corner-up-left",
                                    Text.of("ventas.form.motivo", original.motivoDevolucion())));
        }
        if (original != null && !original.camposPorCorregir().isEmpty()) {
            notes.getChildren().add(FormNotes.toCorrect(original.camposPorCorregir()));
        }
    }

    private void stale(FormState.Stale now) {
        notes.getChildren().add(FormNotes.stale());
        scroll.setVvalue(0);
        for (var campo : model.differences()) {
            var field = fields.get(campo);
            if (field != null) {
                field.sayActual(
                        Text.live(() -> Text.now("ventas.form.vieja.actual", now.text(campo))),
                        () -> {
                            model.takeActual(campo);
                            field.sayActual(null, () -> {});
                        });
            }
        }
    }

    /// Its file goes too: nobody else would ever ask for it.
    private void refuse(Borrador draft) {
        fileField.restore(draft.archivo());
        fileField.discard();
        model.refuseDraft();
    }

    private void draftSoon() {
        pending.cancel();
        pending = background.after(QUIET, model::saveDraft);
    }

    private void onKey(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.S) {
            save();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            leave();
            key.consume();
        } else if (key.isShortcutDown()
                && key.getCode() == KeyCode.V
                && !(key.getTarget() instanceof TextInputControl)
                && fileField.paste()) {
            key.consume();
        }
    }

    /// Closes; asks first what to do with what was typed.
    void leave() {
        if (!model.isDirty() || model.stateProperty().get() instanceof FormState.Saving) {
            if (!(model.stateProperty().get() instanceof FormState.Saving)) {
                links.left().run();
            }
            return;
        }
        links.ask()
                .accept(
                        () -> {
                            pending.cancel();
                            model.saveDraft();
                            links.left().run();
                        },
                        () -> {
                            pending.cancel();
                            fileField.discard();
                            model.abandon();
                            links.left().run();
                        });
    }

    private boolean isToCorrect(Campo campo) {
        var original = model.original();
        return original != null && original.camposPorCorregir().contains(campo.wire());
    }

    /// Puts the caret into the first field, of a returned sale the first one to correct.
    void begin() {
        var first =
                Stream.of(Campo.values())
                        .filter(this::isToCorrect)
                        .map(fields::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(
                                fields.get(
                                        model.isNew() ? Campo.DOCUMENTO : Campo.NOMBRE_COMPLETO));
        if (first != null) {
            first.begin();
            Fx.later(() -> first.reveal(scroll));
        }
    }
}
