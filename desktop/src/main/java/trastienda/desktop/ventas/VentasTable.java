package trastienda.desktop.ventas;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.list.Slot;
import trastienda.desktop.platform.list.SparseList;
import trastienda.desktop.platform.ui.Badge;
import trastienda.desktop.platform.ui.TableLook;
import trastienda.desktop.platform.ui.Theme;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaFila;
import trastienda.shared.ventas.VentaRules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// The table's columns, cells and sort; sorting asks the server, never the rows in memory.
final class VentasTable {
    private static final double SCROLL_BAR = 8;
    private static final double UNKNOWN_WIDTH = 480;

    private final TableView<Slot<VentaFila>> table;
    private final Map<Columna, TableColumn<Slot<VentaFila>, @Nullable VentaFila>> columns =
            new EnumMap<>(Columna.class);
    private final Set<Columna> wanted = EnumSet.allOf(Columna.class);
    private boolean settling = true;
    private boolean fitted;

    VentasTable(
            TableView<Slot<VentaFila>> table,
            Theme theme,
            Consumer<Runnable> later,
            Consumer<String> sort,
            BiConsumer<VentaFila, List<Path>> dropped) {
        this.table = table;
        TableLook.apply(table, TableLook.TWO_LINES, theme);
        table.setRowFactory(view -> new FilaRow(dropped));
        for (var columna : Columna.values()) {
            var column = column(columna);
            columns.put(columna, column);
            table.getColumns().add(column);
        }
        table.setSortPolicy(
                view -> {
                    if (!settling) {
                        // The table is still telling of the click: other rows now would undo it.
                        later.accept(() -> sort.accept(ordering()));
                    }
                    return true;
                });
        table.widthProperty().addListener((property, old, now) -> fit());
        fit();
        settling = false;
    }

    private TableColumn<Slot<VentaFila>, @Nullable VentaFila> column(Columna columna) {
        var column = new TableColumn<Slot<VentaFila>, @Nullable VentaFila>();
        column.textProperty().bind(Text.of(columna.key()));
        if (columna == Columna.FVC) {
            TableLook.explain(column, Text.of("ventas.columna.fvc_entera"));
        }
        column.setId(columna.name());
        column.setReorderable(false);
        if (columna == Columna.CLIENTE) {
            column.getStyleClass().add("first");
        }
        column.setSortable(columna.ordering() != null);
        column.setMinWidth(columna.width());
        column.setPrefWidth(columna.width());
        column.setCellValueFactory(row -> row.getValue().rowProperty());
        column.setCellFactory(made -> cell(columna));
        return column;
    }

    private static FilaCell<?> cell(Columna columna) {
        return switch (columna) {
            case CLIENTE ->
                    twoLines(150, (lines, fila) -> lines.set(fila.nombreCompleto(), fila.numero()));
            case PLAN ->
                    twoLines(
                            140,
                            (lines, fila) ->
                                    lines.set(fila.planNombre(), Formats.money(fila.planCfm())));
            case ESTADO ->
                    new FilaCell<>(
                            new Badge(), 110, (badge, fila) -> badge.show(fila.estadoVenta()));
            case CONFRONTA ->
                    new FilaCell<>(new Badge(), 90, (badge, fila) -> badge.show(fila.confronta()));
            case AGENTE -> line(100, VentaFila::agenteNombre);
            case FVC ->
                    line(
                            70,
                            fila ->
                                    fila.fechaVentanaCambio() == null
                                            ? ""
                                            : Formats.date(fila.fechaVentanaCambio()));
            case CREADA ->
                    line(
                            70,
                            fila ->
                                    Formats.shortInstant(
                                            fila.fechaCreacion(), LocalDate.now(VentaRules.ZONE)));
        };
    }

    private static FilaCell<FilaCell.TwoLines> twoLines(
            double bar, BiConsumer<FilaCell.TwoLines, VentaFila> fill) {
        return new FilaCell<>(new FilaCell.TwoLines(), bar, fill);
    }

    private static FilaCell<Label> line(double bar, Function<VentaFila, String> text) {
        var label = new Label();
        label.setAlignment(Pos.CENTER_LEFT);
        return new FilaCell<>(label, bar, (shown, fila) -> shown.setText(text.apply(fila)));
    }

    /// Shows as many of the wanted columns as there is room for, the most telling ones first.
    private void fit() {
        if (table.getWidth() <= 0 && fitted) {
            return; // the sale has all the room
        }
        fitted = table.getWidth() > 0;
        var room = (fitted ? table.getWidth() : UNKNOWN_WIDTH) - SCROLL_BAR;
        var shown = EnumSet.noneOf(Columna.class);
        var used = 0.0;
        for (var columna : byRank()) {
            if (wanted.contains(columna) && (shown.isEmpty() || used + columna.width() <= room)) {
                shown.add(columna);
                used += columna.width();
            }
        }
        show(shown);
        giveNamesTheRest(room - used);
    }

    /// First takes away, then adds: so the columns never need more room than there is.
    private void show(Set<Columna> shown) {
        settling = true;
        for (var now : List.of(false, true)) {
            columns.forEach(
                    (columna, column) -> {
                        if (shown.contains(columna) == now) {
                            column.setVisible(now);
                        }
                    });
        }
        settling = false;
    }

    /// Names are what people look for: half of the room left over is theirs.
    private void giveNamesTheRest(double left) {
        var names = columns.get(Columna.CLIENTE);
        if (names != null) {
            names.setPrefWidth(Columna.CLIENTE.width() + Math.max(0, left / 2));
        }
    }

    private static List<Columna> byRank() {
        return Arrays.stream(Columna.values())
                .sorted(Comparator.comparingInt(Columna::rank))
                .toList();
    }

    Set<Columna> wanted() {
        return EnumSet.copyOf(wanted);
    }

    /// The columns this person wants; the first stays always.
    void want(Set<Columna> columnas) {
        wanted.clear();
        wanted.addAll(columnas);
        wanted.add(Columna.CLIENTE);
        fit();
    }

    /// The order the heads ask for; the newest first when none does.
    private String ordering() {
        if (table.getSortOrder().isEmpty()) {
            return FiltroVentas.DEFAULT_ORDERING;
        }
        var head = table.getSortOrder().getFirst();
        var column = Columna.valueOf(head.getId()).ordering();
        return head.getSortType() == TableColumn.SortType.DESCENDING ? "-" + column : "" + column;
    }

    /// Shows other rows. A table forgets its order then, which must not be taken for a wish.
    void rows(SparseList<VentaFila> rows, String ordering, boolean told) {
        settling = true;
        table.setItems(rows);
        settling = false;
        showOrdering(ordering, told);
    }

    /// Shows at the heads how the rows are sorted, without asking for it.
    ///
    /// @param told whether the newest first, which no head tells otherwise, is told too
    void showOrdering(String ordering, boolean told) {
        if (ordering.equals(ordering()) && told != table.getSortOrder().isEmpty()) {
            return;
        }
        var descending = ordering.startsWith("-");
        var name = descending ? ordering.substring(1) : ordering;
        settling = true;
        table.getSortOrder().clear();
        for (var columna : Columna.values()) {
            var column = columns.get(columna);
            if (column != null && name.equals(columna.ordering())) {
                column.setSortType(
                        descending
                                ? TableColumn.SortType.DESCENDING
                                : TableColumn.SortType.ASCENDING);
                if (told || !ordering.equals(FiltroVentas.DEFAULT_ORDERING)) {
                    table.getSortOrder().setAll(FXCollections.observableArrayList(List.of(column)));
                }
            }
        }
        settling = false;
    }

    /// Copies the selected rows with the heads of all columns, for a spreadsheet.
    int copy() {
        var rows =
                table.getSelectionModel().getSelectedItems().stream()
                        .map(Slot::row)
                        .filter(Objects::nonNull)
                        .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        var text = new StringBuilder(VentasCopy.heads());
        rows.forEach(fila -> text.append('\n').append(VentasCopy.line(fila)));
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
        return rows.size();
    }
}
