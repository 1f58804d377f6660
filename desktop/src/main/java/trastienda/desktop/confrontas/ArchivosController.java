package trastienda.desktop.confrontas;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.transfer.TransferState;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Dialogs;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.PaneState;
import trastienda.desktop.platform.ui.StatePane;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.EstadoConfronta;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The card of a sale's file: its page, what is on its way, and what may be done with it.
final class ArchivosController {
    private static final int SHORTEST_REASON = 3;

    private final ArchivosViewModel model;
    private final ProofViewModel proof;
    private final ConfrontasFeature.Outside outside;
    private final TransferCard card;
    private final FileMenu fileMenu;
    private final HandIn handIn;
    private final VerifiedPill verified = new VerifiedPill();
    private final FullScreen fullScreen = new FullScreen();
    private @Nullable StatePane states;
    private @Nullable PageBar pageBar;
    private @Nullable PagePane pagePane;
    private Runnable changed = () -> {};

    @FXML private StackPane root;
    @FXML private HBox bar;
    @FXML private StackPane middle;
    @FXML private StackPane page;
    @FXML private VBox empty;
    @FXML private StackPane emptyIcon;
    @FXML private Label emptyTitle;
    @FXML private Label emptyText;
    @FXML private Button choose;
    @FXML private MenuButton older;
    @FXML private Label pasteHint;
    @FXML private VBox foot;
    @FXML private StackPane veil;
    @FXML private Label veilText;

    ArchivosController(
            ArchivosViewModel model, ProofViewModel proof, ConfrontasFeature.Outside outside) {
        this.model = model;
        this.proof = proof;
        this.outside = outside;
        this.card = new TransferCard(model::cancel, model::dismiss);
        this.fileMenu = new FileMenu(model, this::act);
        this.handIn = new HandIn(model, outside.dialogs());
    }

    @FXML
    void initialize() {
        var pages = new PagePane(model.preview(), proof);
        pagePane = pages;
        var names = new PageBar(bar, model.preview(), this::toggleFullScreen);
        names.follow(model.workingProperty());
        pageBar = names;
        model.onMissed(outside::missed);
        page.getChildren().setAll(pages);
        var pane = new StatePane(page, new StackPane(new ProgressIndicator()));
        states = pane;
        middle.getChildren().setAll(pane, empty);
        emptyIcon.getChildren().setAll(new FontIcon("fth-upload-cloud"));
        emptyTitle.textProperty().bind(Text.of("confrontas.panel.ninguna.titulo"));
        older.textProperty().bind(Text.of("confrontas.panel.anteriores"));
        older.setId("archivo-anteriores");
        choose.textProperty().bind(Text.of("confrontas.panel.elegir"));
        choose.setId("archivo-elegir");
        choose.setGraphic(new FontIcon("fth-upload"));
        choose.setOnAction(click -> choose());
        pasteHint.textProperty().bind(Text.of("confrontas.panel.pegar"));
        model.preview().stateProperty().addListener((property, old, now) -> render());
        model.shownProperty().addListener((property, old, now) -> render());
        model.ventaProperty().addListener((property, old, now) -> render());
        model.problemProperty().addListener((property, old, now) -> foot());
        model.files().addListener((ListChangeListener<ArchivoVenta>) change -> render());
        model.transferProperty()
                .addListener(
                        (property, old, now) -> {
                            card.show(now);
                            if (now != null && isKept(now.state())) {
                                changed.run();
                            }
                            render();
                        });
        drops();
        render();
    }

    private static boolean isKept(TransferState state) {
        return state instanceof TransferState.Stored || state instanceof TransferState.PorSubir;
    }

    private void drops() {
        root.setOnDragOver(
                drag -> {
                    if (model.ventaProperty().get() != null
                            && Clip.looksLikeAFile(drag.getDragboard())) {
                        drag.acceptTransferModes(TransferMode.COPY);
                        showVeil(model.takesFiles());
                        drag.consume();
                    }
                });
        root.setOnDragExited(drag -> veil.setVisible(false));
        root.setOnDragDropped(this::onDrop);
    }

    private void showVeil(boolean takes) {
        veil.setVisible(true);
        veilText.textProperty()
                .bind(
                        Text.of(
                                !takes
                                        ? "confrontas.soltar.sin_permiso"
                                        : model.current() == null
                                                ? "confrontas.panel.soltar"
                                                : "confrontas.panel.reemplazara"));
    }

    private void onDrop(DragEvent drag) {
        veil.setVisible(false);
        var files = Clip.files(drag.getDragboard());
        drag.setDropCompleted(true);
        drag.consume();
        drop(files);
    }

    void drop(List<Path> files) {
        handIn.drop(files);
    }

    boolean paste() {
        return handIn.paste();
    }

    private void choose() {
        PaperChooser.choose(root.getScene().getWindow())
                .ifPresent(chosen -> model.drop(List.of(chosen)));
    }

    private void act(FileMenu.Action action, @Nullable ArchivoVenta archivo) {
        switch (action) {
            case HAND_IN -> choose();
            case RESUBMIT ->
                    model.resubmit(
                            "",
                            success ->
                                    done(
                                            success
                                                    ? "confrontas.resubir.hecho"
                                                    : "confrontas.resubir.espera"));
            case SAVE_AS -> saveAs(archivo);
            case OPEN -> {
                if (archivo != null) {
                    model.openOutside(archivo, outside.viewer());
                }
            }
            case DELETE -> askDelete(archivo);
            default -> throw new IllegalStateException(action.name());
        }
    }

    private void done(String key) {
        outside.notice(Text.now(key));
        changed.run();
    }

    private void saveAs(@Nullable ArchivoVenta archivo) {
        if (archivo == null) {
            return;
        }
        var chooser = new FileChooser();
        chooser.setInitialFileName(OpenedFiles.harmless(archivo.nombre()));
        var chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.saveAs(
                    archivo,
                    chosen.toPath(),
                    path ->
                            outside.notice(
                                    Text.now("confrontas.guardar.hecho", path.getFileName())));
        }
    }

    private void askDelete(@Nullable ArchivoVenta archivo) {
        if (archivo == null) {
            return;
        }
        outside.dialogs()
                .reason(
                        Text.of("confrontas.eliminar.titulo", archivo.nombre()),
                        Text.of("confrontas.eliminar.texto"),
                        new Dialogs.Reason(
                                Text.of("confrontas.eliminar.boton"),
                                "danger",
                                SHORTEST_REASON,
                                ""),
                        motivo ->
                                model.delete(
                                        archivo, motivo, () -> done("confrontas.eliminar.hecho")));
    }

    void toggleFullScreen() {
        var pages = pagePane;
        if (pages != null && model.preview().stateProperty().get() instanceof PreviewState.Drawn) {
            fullScreen.toggle(
                    page,
                    () -> new WholePage(model, proof, this::toggleFullScreen),
                    closed -> {
                        closed.close();
                        model.preview().zoomToFit();
                        pages.fit();
                    });
        }
    }

    void onChanged(Runnable action) {
        changed = action;
    }

    private void render() {
        var state = model.preview().stateProperty().get();
        var shown = model.shownProperty().get();
        var names = pageBar;
        if (names != null && shown != null) {
            names.showName(shown.nombre(), shown.contentType());
        }
        if (names != null) {
            fileMenu.fill(names.menu());
        }
        var none = state instanceof PreviewState.None && isWithoutFile() && !isOnItsWay();
        show(empty, none);
        if (none) {
            renderEmpty();
        }
        var pane = states;
        if (pane != null) {
            pane.show(pane(state));
        }
        foot();
    }

    private PaneState pane(PreviewState state) {
        return switch (state) {
            case PreviewState.None() when isWithoutFile() && isOnItsWay() ->
                    new PaneState.Empty(
                            Family.BLUE,
                            "fth-upload-cloud",
                            Text.of("confrontas.panel.en_camino"),
                            Text.of("transferencias.puede_seguir"),
                            null);
            case PreviewState.None(), PreviewState.Drawn _ -> new PaneState.Content();
            case PreviewState.Loading _ -> new PaneState.Loading();
            case PreviewState.Card _ ->
                    new PaneState.Empty(
                            Family.BLUE,
                            "fth-file-text",
                            Text.of("confrontas.panel.word.titulo"),
                            Text.of("confrontas.panel.word.texto"),
                            Buttons.plain(
                                    Text.of("confrontas.accion.abrir"),
                                    "fth-external-link",
                                    () -> act(FileMenu.Action.OPEN, model.shownProperty().get())));
            case PreviewState.Forbidden _ ->
                    new PaneState.Empty(
                            Family.GRAY,
                            "fth-shield",
                            Text.of("confrontas.panel.prohibido.titulo"),
                            Text.of("confrontas.panel.prohibido.texto"),
                            null);
            case PreviewState.Failed(_, var cause) ->
                    new PaneState.Failed(ApiFailure.of(cause), model.preview()::retry);
        };
    }

    private boolean isWithoutFile() {
        var venta = model.ventaProperty().get();
        return venta != null
                && (venta.confronta() == EstadoConfronta.NINGUNA || model.current() == null);
    }

    /// A file goes out, or has gone out and is not listed yet: the place is not empty.
    private boolean isOnItsWay() {
        var transfer = model.transferProperty().get();
        return transfer != null
                && switch (transfer.state()) {
                    case TransferState.Waiting _,
                            TransferState.Sending _,
                            TransferState.Verifying _,
                            TransferState.Failed _ ->
                            true;
                    case TransferState.Stored _,
                            TransferState.PorSubir _,
                            TransferState.Refused _,
                            TransferState.Cancelled _ ->
                            false;
                };
    }

    private void renderEmpty() {
        var takes = model.takesFiles();
        emptyText
                .textProperty()
                .bind(
                        Text.of(
                                takes
                                        ? "confrontas.panel.ninguna.texto"
                                        : "confrontas.panel.ninguna.sin_permiso"));
        show(choose, takes);
        show(pasteHint, takes);
        fileMenu.fillOlder(older);
    }

    /// The card of a stored file says nothing that the file itself does not, unless another one is
    /// the current one by now.
    private static boolean isShownAsStored(TransferState state) {
        return state instanceof TransferState.Stored(var archivo) && archivo.vigente();
    }

    private void foot() {
        var notes = new ArrayList<Node>();
        var transfer = model.transferProperty().get();
        if (transfer != null && !isShownAsStored(transfer.state())) {
            notes.add(card);
        }
        var problem = model.problemProperty().get();
        if (problem != null) {
            notes.add(FootNotes.problem(Refusals.words(problem), model::dismiss));
        }
        var shown = model.shownProperty().get();
        if (shown != null) {
            notesOf(shown, notes);
        }
        if (!notes.equals(foot.getChildren())) {
            foot.getChildren().setAll(notes);
        }
    }

    private void notesOf(ArchivoVenta shown, List<Node> notes) {
        if (!shown.vigente() && shown.estado() != EstadoArchivo.ELIMINADO) {
            notes.add(FootNotes.older(() -> model.look(model.current())));
        } else if (shown.estado() == EstadoArchivo.POR_SUBIR) {
            notes.add(FootNotes.porSubir());
        } else if (shown.estado() == EstadoArchivo.GUARDADO) {
            verified.show(shown.tamano());
            notes.add(verified);
        }
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
