package trastienda.desktop.ventas;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.list.Slot;
import trastienda.desktop.platform.list.SparseList;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.KeyCap;
import trastienda.desktop.platform.ui.PaneState;
import trastienda.desktop.platform.ui.Skeleton;
import trastienda.desktop.platform.ui.StatePane;
import trastienda.desktop.platform.ui.TableLook;
import trastienda.desktop.platform.ui.Theme;
import trastienda.shared.ventas.VentaFila;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The list of sales with its trays, filters and footer; beside it the detail of the chosen one.
final class VentasController {
    private static final double LIST_SHARE = 0.39;

    private final VentasViewModel model;
    private final Node detailNode;
    private final VentasActions actions;
    private final Theme theme;
    private VentasTable columns;
    private TrayTabs trays;
    private FilterBar filters;
    private StatePane states;
    private VentasLayout layout;
    private final InvalidationListener language = changed -> speak();
    private boolean following;
    private boolean awaited;
    private final ChangeListener<@Nullable Exception> troubles =
            (property, old, now) -> showTrouble(now);

    @FXML private StackPane root;
    @FXML private SplitPane split;
    @FXML private BorderPane list;
    @FXML private HBox tabs;
    @FXML private FlowPane chips;
    @FXML private HBox tools;
    @FXML private StackPane middle;
    @FXML private TableView<Slot<VentaFila>> table;
    @FXML private Label order;
    @FXML private Label count;
    @FXML private Label trouble;
    @FXML private HBox hints;
    @FXML private StackPane detail;

    VentasController(VentasViewModel model, Node detailNode, VentasActions actions, Theme theme) {
        this.theme = theme;
        this.model = model;
        this.detailNode = detailNode;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        columns = new VentasTable(table, theme, actions.later(), this::sort, actions.dropped());
        columns.want(actions.columns());
        filters = new FilterBar(chips, model);
        trays = new TrayTabs(model, model::choose);
        HBox.setHgrow(trays, Priority.ALWAYS);
        tabs.getChildren().setAll(trays);
        tools();
        foot();
        OrderNote.on(order, model);
        states = new StatePane(table, Skeleton.rows(14, TableLook.TWO_LINES, 170, 120, 80));
        middle.getChildren().setAll(states);
        detail.getChildren().setAll(detailNode);
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.accessibleTextProperty().bind(Text.of("ventas.lugar"));
        layout = new VentasLayout(root, split, list, detail, LIST_SHARE, actions.arranged());
        follow();
        VentasKeys.on(root, table, this);
        render(model.stateProperty().get());
        showRows(model.rowsProperty().get());
        showVista();
    }

    private void tools() {
        var choose = new MenuButton();
        choose.setGraphic(new FontIcon("fth-columns"));
        choose.getStyleClass().addAll("icon-menu");
        var tip = new Tooltip();
        tip.textProperty().bind(Text.of("ventas.lista.columnas"));
        choose.setTooltip(tip);
        choose.accessibleTextProperty().bind(Text.of("ventas.lista.columnas"));
        for (var columna : Columna.values()) {
            var item = new CheckMenuItem();
            item.textProperty().bind(Text.of(columna.key()));
            item.setSelected(columns.wanted().contains(columna));
            item.setDisable(columna == Columna.CLIENTE);
            item.setOnAction(click -> toggle(columna, item.isSelected()));
            choose.getItems().add(item);
        }
        var refresh =
                Buttons.icon("fth-refresh-cw", Text.of("ventas.lista.actualizar"), model::refresh);
        tools.getChildren().setAll(choose, refresh);
        if (actions.registers()) {
            var create =
                    Buttons.primary(Text.of("ventas.lista.nueva"), "fth-plus", actions.create());
            create.setId("ventas-nueva");
            Buttons.styled(create, "small");
            tools.getChildren().add(create);
        }
    }

    private void toggle(Columna columna, boolean now) {
        var wanted = columns.wanted();
        if (now) {
            wanted.add(columna);
        } else {
            wanted.remove(columna);
        }
        columns.want(wanted);
        actions.keepColumns().accept(EnumSet.copyOf(columns.wanted()));
        showOrdering();
    }

    private void sort(String ordering) {
        if (!model.sort(ordering)) {
            showOrdering();
        }
    }

    private void showOrdering() {
        columns.showOrdering(model.orderingProperty().get(), model.sortedOtherwise());
    }

    private void foot() {
        hints.getChildren()
                .setAll(
                        new KeyCap("J"),
                        new KeyCap("K"),
                        hint("ventas.lista.recorrer"),
                        new KeyCap("↵"),
                        hint("ventas.lista.abrir"));
        trouble.setVisible(false);
    }

    private static Label hint(String key) {
        var label = new Label();
        label.textProperty().bind(Text.of(key));
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    private void follow() {
        model.stateProperty().addListener((property, old, now) -> render(now));
        model.rowsProperty().addListener((property, old, now) -> showRows(now));
        model.vistaProperty().addListener((property, old, now) -> showVista());
        Text.languageProperty().addListener(new WeakInvalidationListener(language));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, old, now) -> onSelected(now));
        model.selectedProperty().addListener((property, old, now) -> showSelected());
        table.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY) {
                        onSelected(table.getSelectionModel().getSelectedItem());
                    }
                });
    }

    private void speak() {
        table.refresh();
        trays.requestLayout();
    }

    private void showVista() {
        var vista = model.vistaProperty().get();
        trays.select(vista.bandeja());
        columns.showOrdering(vista.filtro().ordering(), false);
    }

    private void showRows(@Nullable SparseList<VentaFila> rows) {
        if (rows == null) {
            return;
        }
        following = true;
        columns.rows(rows, model.orderingProperty().get(), model.sortedOtherwise());
        table.getSelectionModel().clearSelection();
        following = false;
        count.textProperty().bind(Text.of("ventas.lista.cuenta", rows.size()));
        rows.failureProperty().addListener(troubles);
        showTrouble(null);
        showSelected();
    }

    private void showTrouble(@Nullable Exception cause) {
        trouble.setVisible(cause != null);
        if (cause != null) {
            trouble.textProperty().bind(Text.of("ventas.lista.error.titulo"));
            trouble.setGraphic(new FontIcon("fth-alert-triangle"));
            trouble.setOnMouseClicked(
                    click -> {
                        var rows = model.rowsProperty().get();
                        if (rows != null) {
                            rows.retry();
                        }
                    });
        }
    }

    private void onSelected(@Nullable Slot<VentaFila> slot) {
        if (following || slot == null) {
            return;
        }
        var fila = slot.row();
        if (fila != null) {
            model.selectedProperty().set(fila.id());
        } else {
            slot.rowProperty()
                    .addListener(
                            new ChangeListener<>() {
                                @Override
                                public void changed(
                                        ObservableValue<? extends @Nullable VentaFila> property,
                                        @Nullable VentaFila old,
                                        @Nullable VentaFila now) {
                                    slot.rowProperty().removeListener(this);
                                    if (now != null
                                            && Objects.equals(
                                                    table.getSelectionModel().getSelectedItem(),
                                                    slot)) {
                                        model.selectedProperty().set(now.id());
                                    }
                                }
                            });
        }
    }

    /// Marks the chosen sale's row, when it is in memory; without one there is no detail.
    private void showSelected() {
        var id = model.selectedProperty().get();
        if (id == null) {
            layout.showDetail(false);
        }
        var rows = model.rowsProperty().get();
        following = true;
        if (id == null) {
            table.getSelectionModel().clearSelection();
        } else if (rows != null) {
            rows.find(id)
                    .ifPresentOrElse(
                            slot -> {
                                if (table.getSelectionModel().getSelectedIndex() != slot.index()) {
                                    table.getSelectionModel().select(slot.index());
                                }
                            },
                            () -> table.getSelectionModel().clearSelection());
        }
        following = false;
    }

    boolean copy() {
        var copied = columns.copy();
        if (copied > 0) {
            actions.notice().accept(Text.now("ventas.lista.copiado", copied));
        }
        return copied > 0;
    }

    boolean move(int step) {
        var rows = model.rowsProperty().get();
        if (rows == null || rows.isEmpty()) {
            return false;
        }
        var now = table.getSelectionModel().getSelectedIndex();
        var next = Math.clamp(now < 0 ? 0L : (long) now + step, 0, rows.size() - 1);
        table.getSelectionModel().select(next);
        table.getFocusModel().focus(next);
        VisibleRows.reveal(table, next);
        table.requestFocus();
        return true;
    }

    boolean open() {
        onSelected(table.getSelectionModel().getSelectedItem());
        return true;
    }

    void close() {
        model.selectedProperty().set(null);
        table.requestFocus();
    }

    private void render(ListState state) {
        states.show(
                switch (state) {
                    case ListState.Loading() -> new PaneState.Loading();
                    case ListState.Renewing() -> new PaneState.Another();
                    case ListState.Rows() -> new PaneState.Content();
                    case ListState.Failed(var cause) ->
                            new PaneState.Failed(ApiFailure.of(cause), model::refresh);
                    case ListState.Empty(var filtered) ->
                            NoSales.state(filtered, model, actions.numbersMasked());
                });
        if (state instanceof ListState.Rows) {
            focusAwaited();
        }
        count.setVisible(
                !(state instanceof ListState.Loading || state instanceof ListState.Failed));
        if (state instanceof ListState.Empty) {
            count.textProperty().bind(Text.of("ventas.lista.cuenta", 0));
        }
    }

    /// Gives the chosen sale's detail its place.
    void showDetail() {
        layout.showDetail(model.selectedProperty().get() != null);
    }

    /// Opens the filters.
    void filter() {
        filters.open();
    }

    VentasActions actions() {
        return actions;
    }

    VentasViewModel model() {
        return model;
    }

    /// Does unseen what the first sale that is opened would wait for.
    void rehearse() {
        layout.rehearse();
    }

    /// The table has the keyboard from now on, or once its first rows are there.
    void focus() {
        awaited = !table.isVisible();
        table.requestFocus();
    }

    private void focusAwaited() {
        var scene = root.getScene();
        if (awaited && scene != null && !(scene.getFocusOwner() instanceof TextInputControl)) {
            Fx.later(table::requestFocus);
        }
        awaited = false;
    }

    /// What the list can set in motion elsewhere.
    ///
    /// @param registers whether this person registers sales
    /// @param arranged told whether the file is a tab, and whether the detail is alone
    record VentasActions(
            boolean registers,
            boolean numbersMasked,
            Consumer<Runnable> later,
            Runnable create,
            BiConsumer<VentaFila, List<Path>> dropped,
            BooleanSupplier paste,
            Runnable preview,
            Consumer<String> notice,
            Set<Columna> columns,
            Consumer<Set<Columna>> keepColumns,
            BiConsumer<Boolean, Boolean> arranged) {}
}
