package trastienda.desktop.ventas;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Badge;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.Note;
import trastienda.desktop.platform.ui.PaneState;
import trastienda.desktop.platform.ui.Skeleton;
import trastienda.desktop.platform.ui.StatePane;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.util.Map;

/// The detail of one sale: header, the card of its file, data, plan and history. Narrow, the file
/// becomes a tab beside the data.
final class VentaController {
    private static final double DATA_WIDTH = 372;

    private final VentaViewModel model;
    private final VentaFiles.Panel panel;
    private final VentaLinks links;
    private final VentaFacts facts;
    private final Timeline timeline = new Timeline();
    private final Badge estado = new Badge();
    private final Badge confronta = new Badge();
    private final Label number = new Label();
    private final Label agent = new Label();
    private final ToggleButton dataTab = new ToggleButton();
    private final ToggleButton filesTab = new ToggleButton();
    private final InvalidationListener language = property -> fill();
    private @Nullable StatePane states;
    private boolean narrow;
    private long top = -1;

    @FXML private StackPane root;
    @FXML private BorderPane content;
    @FXML private Button back;
    @FXML private Button close;
    @FXML private Label name;
    @FXML private HBox actions;
    @FXML private FlowPane line;
    @FXML private VBox notes;
    @FXML private HBox tabs;
    @FXML private StackPane files;
    @FXML private ScrollPane dataScroll;
    @FXML private Label proofTitle;
    @FXML private Label proofNote;
    @FXML private StackPane proofPlace;
    @FXML private StackPane factsPlace;
    @FXML private Label planTitle;
    @FXML private StackPane planPlace;
    @FXML private Label historyTitle;
    @FXML private StackPane historyPlace;

    private Map<String, Finding> findings = Map.of();

    VentaController(VentaViewModel model, VentaFiles.Panel panel, VentaLinks links) {
        this.model = model;
        this.panel = panel;
        this.links = links;
        this.facts = new VentaFacts(model::reveal);
    }

    @FXML
    void initialize() {
        var pane =
                new StatePane(content, Skeleton.fields(220, 320, 180, 0, 260, 240, 280, 200, 240));
        states = pane;
        root.getChildren().setAll(pane);
        files.getChildren().setAll(panel.node());
        proofPlace.getChildren().setAll(facts.proof());
        factsPlace.getChildren().setAll(facts.course());
        planPlace.getChildren().setAll(facts.plan());
        historyPlace.getChildren().setAll(timeline);
        proofTitle.textProperty().bind(Text.of("ventas.detalle.probar"));
        found(Map.of());
        planTitle.textProperty().bind(Text.of("ventas.detalle.plan"));
        historyTitle.textProperty().bind(Text.of("ventas.detalle.historial"));
        header();
        tabs();
        model.stateProperty().addListener((property, old, now) -> render(now));
        model.revealed().addListener((MapChangeListener<String, String>) change -> fill());
        model.history()
                .addListener((ListChangeListener<Object>) change -> timeline.show(model.history()));
        Text.languageProperty().addListener(new WeakInvalidationListener(language));
        panel.onChanged(model::refresh);
        render(model.stateProperty().get());
        arrange(false, false);
    }

    private void header() {
        icon(back, "fth-arrow-left", "ventas.detalle.volver");
        icon(close, "fth-x", "ventas.detalle.cerrar");
        close.setId("venta-cerrar");
        back.setOnAction(click -> links.close().run());
        close.setOnAction(click -> links.close().run());
        number.getStyleClass().add("venta-number");
        number.setId("venta-numero");
        var copy =
                Buttons.icon("fth-copy", Text.of("ventas.detalle.copiar_numero"), this::copyNumber);
        Buttons.styled(copy, "small");
        var numberAndCopy = new HBox(4, number, copy);
        numberAndCopy.getStyleClass().add("centered-row");
        agent.getStyleClass().addAll("text-small", "text-muted");
        line.getChildren().setAll(estado, numberAndCopy, agent, confronta);
    }

    private static void icon(Button button, String glyph, String key) {
        button.setGraphic(Icons.of(glyph));
        var tip = new Tooltip();
        tip.textProperty().bind(Text.of(key));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(Text.of(key));
    }

    private void tabs() {
        var group = new ToggleGroup();
        dataTab.textProperty().bind(Text.of("ventas.detalle.datos"));
        filesTab.textProperty().bind(Text.of("ventas.detalle.confronta"));
        for (var tab : new ToggleButton[] {dataTab, filesTab}) {
            tab.setToggleGroup(group);
            tab.getStyleClass().add("line-tab");
        }
        group.selectedToggleProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now == null && old != null) {
                                group.selectToggle(old);
                            }
                            side();
                        });
        group.selectToggle(dataTab);
        tabs.getChildren().setAll(dataTab, filesTab);
    }

    /// @param narrowNow the file is a tab beside the data
    /// @param alone there is no list beside the detail
    void arrange(boolean narrowNow, boolean alone) {
        narrow = narrowNow;
        tabs.setVisible(narrow);
        tabs.setManaged(narrow);
        back.setVisible(alone);
        back.setManaged(alone);
        close.setVisible(!alone);
        close.setManaged(!alone);
        side();
    }

    private void side() {
        var showsData = !narrow || dataTab.isSelected();
        var showsFiles = !narrow || filesTab.isSelected();
        show(dataScroll, showsData);
        show(files, showsFiles);
        show(notes, showsData);
        dataScroll.setMinWidth(narrow ? 0 : DATA_WIDTH);
        dataScroll.setPrefWidth(DATA_WIDTH);
        dataScroll.setMaxWidth(narrow ? Double.MAX_VALUE : DATA_WIDTH);
        HBox.setHgrow(dataScroll, narrow ? Priority.ALWAYS : Priority.NEVER);
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private void render(DetailState state) {
        var pane = states;
        if (pane == null) {
            return;
        }
        switch (state) {
            case DetailState.None() -> {
                pane.show(new PaneState.Blank());
                panel.show(null);
            }
            case DetailState.Loading() -> pane.show(new PaneState.Another());
            case DetailState.Failed(var cause) ->
                    pane.show(new PaneState.Failed(ApiFailure.of(cause), model::refresh));
            case DetailState.Shown(var venta) -> {
                pane.show(new PaneState.Content());
                if (venta.id() != top) {
                    top = venta.id();
                    dataScroll.setVvalue(0);
                }
                fill();
                panel.show(venta);
            }
        }
    }

    /// Takes a picture from the clipboard for the sale that is seen, not for one on its way.
    boolean paste() {
        return shown() != null && panel.paste();
    }

    void toggleFullScreen() {
        if (shown() != null) {
            panel.toggleFullScreen();
        }
    }

    private void fill() {
        var venta = shown();
        if (venta != null) {
            fill(venta);
            panel.prove(facts.claims(venta, model.revealed()), this::found);
        }
    }

    private void fill(VentaDetalle venta) {
        name.setText(venta.nombreCompleto());
        estado.show(venta.estadoVenta());
        confronta.show(venta.confronta());
        number.setText(venta.numero());
        agent.textProperty()
                .bind(
                        venta.agenteNombre().isBlank()
                                ? Text.of("ventas.detalle.sin_asesor")
                                : Text.of("ventas.detalle.asesor", venta.agenteNombre()));
        facts.show(venta, model.revealed());
        facts.proof().find(findings, panel::turnTo);
        proofNote(venta);
        actions(venta);
        notes(venta);
    }

    private void found(Map<String, Finding> now) {
        findings = now;
        facts.proof().find(now, panel::turnTo);
        var venta = shown();
        if (venta != null) {
            proofNote(venta);
        }
    }

    /// Shows a sale that is none, and then what there was again: while nobody sees this.
    void rehearse(Rehearsal rehearsal, Runnable layOut) {
        var pane = states;
        if (pane != null && model.stateProperty().get() instanceof DetailState.None) {
            pane.show(new PaneState.Content());
            fill(rehearsal.venta());
            facts.proof().find(Rehearsal.FINDINGS, panel::turnTo);
            timeline.show(rehearsal.historial());
            layOut.run();
            found(Map.of());
            timeline.show(model.history());
            render(model.stateProperty().get());
        }
    }

    /// How much of it the file is known to say.
    private void proofNote(VentaDetalle venta) {
        var said = findings.values().stream().filter(Finding.OnPage.class::isInstance).count();
        if (venta.confronta() == EstadoConfronta.NINGUNA) {
            proofNote.textProperty().bind(Text.of("ventas.detalle.sin_prueba"));
        } else if (findings.isEmpty()) {
            proofNote.textProperty().bind(Text.of("ventas.detalle.a_ojo"));
        } else {
            proofNote
                    .textProperty()
                    .bind(Text.of("ventas.detalle.probados", said, findings.size()));
        }
    }

    private void actions(VentaDetalle venta) {
        actions.getChildren().clear();
        if (venta.acciones().contains(AccionVenta.CORREGIR)) {
            var correct =
                    Buttons.primary(
                            Text.of("ventas.detalle.corregir"),
                            "fth-edit-2",
                            () -> links.correct().accept(venta));
            correct.setId("venta-corregir");
            actions.getChildren().add(correct);
        }
    }

    private void notes(VentaDetalle venta) {
        notes.getChildren().clear();
        var why = venta.motivoDevolucion();
        if (why != null && !why.isBlank()) {
            note("fth-corner-up-left", Text.of("ventas.detalle.devuelta", why));
        }
        if (!venta.camposPorCorregir().isEmpty()) {
            notes.getChildren().add(FormNotes.toCorrect(venta.camposPorCorregir()));
        }
        for (var warning : venta.advertencias()) {
            note(
                    "fth-alert-circle",
                    Text.live(
                            () -> Campo.label(warning.campo()) + ": " + Text.rule(warning).get()));
        }
    }

    private void note(String glyph, ObservableValue<String> words) {
        notes.getChildren().add(new Note(Family.AMBER, glyph, words));
    }

    private @Nullable VentaDetalle shown() {
        return model.stateProperty().get() instanceof DetailState.Shown(var venta) ? venta : null;
    }

    private void copyNumber() {
        var venta = shown();
        if (venta != null) {
            var copied = new ClipboardContent();
            copied.putString(venta.numero());
            Clipboard.getSystemClipboard().setContent(copied);
            links.notice().accept(Text.now("ventas.detalle.copiado", venta.numero()));
        }
    }

    /// Shows the file, when it is a tab.
    void showFiles() {
        filesTab.setSelected(true);
    }
}
