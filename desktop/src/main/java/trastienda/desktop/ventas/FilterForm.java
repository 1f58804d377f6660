package trastienda.desktop.ventas;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.NamedChoices;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// All filters of the list in one small form; Enter applies them.
final class FilterForm extends VBox {
    private static final int SHORTEST_TEXT = 3;
    private static final double WIDTH = 340;

    private final VentasViewModel model;
    private final Runnable close;
    private final TextField text = new TextField();
    private final ComboBox<@Nullable EstadoVenta> estado = choices(Text::labelNow);
    private final ComboBox<@Nullable Named> agente = choices(Named::name);
    private final ComboBox<@Nullable Named> plan = choices(Named::name);
    private final ComboBox<@Nullable Archivo> archivo = choices(one -> Text.now(one.key()));
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Label trouble = new Label();

    FilterForm(VentasViewModel model, Runnable close) {
        super(12);
        this.model = model;
        this.close = close;
        getStyleClass().add("filter-form");
        setPrefWidth(WIDTH);
        text.setId("filtro-texto");
        text.promptTextProperty().bind(Text.of("ventas.filtro.texto_ayuda"));
        estado.getItems().addAll(EstadoVenta.values());
        model.agents().forEach(one -> agente.getItems().add(new Named(one.id(), one.nombre())));
        model.plans().forEach(one -> plan.getItems().add(new Named(one.id(), one.nombrePlan())));
        archivo.getItems().addAll(Archivo.values());
        DatePickers.of(from);
        DatePickers.of(to);
        trouble.getStyleClass().add("field-error");
        show(trouble, false);
        for (var typed : List.of(text, from.getEditor(), to.getEditor())) {
            typed.textProperty().addListener(changed -> show(trouble, false));
        }
        read(model.vistaProperty().get());
        var dates = new GridPane();
        dates.setHgap(12);
        dates.addRow(0, labelled("ventas.filtro.desde", from), labelled("ventas.filtro.hasta", to));
        getChildren().setAll(labelled("ventas.filtro.texto", text));
        if (model.vistaProperty().get().bandeja() == Bandeja.TODAS) {
            getChildren().add(labelled("ventas.filtro.estado", estado));
        }
        if (!model.agents().isEmpty()) {
            getChildren().add(labelled("ventas.filtro.agente", agente));
        }
        getChildren()
                .addAll(
                        labelled("ventas.filtro.plan", plan),
                        dates,
                        labelled("ventas.filtro.confronta", archivo),
                        trouble,
                        buttons());
        setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        apply();
                        key.consume();
                    }
                });
    }

    /// Puts the caret where one types.
    void begin() {
        text.requestFocus();
        text.end();
    }

    /// A box with any of them as its first choice.
    private static <T> ComboBox<@Nullable T> choices(Function<T, String> name) {
        ComboBox<@Nullable T> box = NamedChoices.box(name);
        box.getItems().add(null);
        box.setCellFactory(list -> new Choice<>(name));
        box.setButtonCell(new Choice<>(name));
        return box;
    }

    private static Node labelled(String key, Region field) {
        var label = new Label();
        label.textProperty().bind(Text.of(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(4, label, field);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node buttons() {
        var clear = new Button();
        clear.textProperty().bind(Text.of("ventas.filtro.quitar"));
        clear.getStyleClass().add("flat");
        clear.setOnAction(
                click -> {
                    close.run();
                    model.clear();
                });
        var apply = new Button();
        apply.textProperty().bind(Text.of("ventas.filtro.aplicar"));
        apply.getStyleClass().add("accent");
        apply.setId("filtro-aplicar");
        apply.setOnAction(click -> apply());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, clear, gap, apply);
    }

    private void read(Vista vista) {
        var filtro = vista.filtro();
        text.setText(filtro.q() == null ? "" : filtro.q());
        estado.setValue(filtro.estado());
        choose(agente, filtro.agente());
        choose(plan, filtro.plan());
        from.setValue(filtro.fechaDesde());
        to.setValue(filtro.fechaHasta());
        archivo.setValue(Archivo.of(filtro));
    }

    /// What the list is narrowed to stays a choice, also where its name is not known (yet).
    private static void choose(ComboBox<@Nullable Named> box, @Nullable Long id) {
        if (id == null) {
            return;
        }
        for (var known : box.getItems()) {
            if (known != null && known.id() == id) {
                box.setValue(known);
                return;
            }
        }
        var nameless = new Named(id, "#" + id);
        box.getItems().add(nameless);
        box.setValue(nameless);
    }

    private void apply() {
        var q = text.getText().strip();
        if (!q.isEmpty() && q.length() < SHORTEST_TEXT) {
            complain("ventas.filtro.texto_corto");
            return;
        }
        if (DatePickers.isWrong(from) || DatePickers.isWrong(to)) {
            complain("ventas.filtro.fecha_invalida");
            return;
        }
        var start = DatePickers.value(from);
        var end = DatePickers.value(to);
        if (start != null && end != null && end.isBefore(start)) {
            complain("ventas.filtro.rango_invertido");
            return;
        }
        var files = archivo.getValue();
        var next = model.vistaProperty().get().filtro();
        next = FilterEdits.q(next, q.isEmpty() ? null : q);
        next = FilterEdits.estado(next, estado.getValue());
        next = FilterEdits.agente(next, agente.getValue() == null ? null : agente.getValue().id());
        next = FilterEdits.plan(next, plan.getValue() == null ? null : plan.getValue().id());
        next = FilterEdits.fechas(next, start, end);
        next = FilterEdits.conConfronta(next, files == null ? null : files.con());
        next = FilterEdits.porSubir(next, files == Archivo.POR_SUBIR ? Boolean.TRUE : null);
        close.run();
        model.narrow(next);
    }

    private void complain(String key) {
        trouble.textProperty().bind(Text.of(key));
        show(trouble, true);
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private record Named(long id, String name) {}

    private enum Archivo {
        CON_CONFRONTA(Boolean.TRUE),
        SIN_CONFRONTA(Boolean.FALSE),
        POR_SUBIR(null);

        private final @Nullable Boolean con;

        Archivo(@Nullable Boolean con) {
            this.con = con;
        }

        @Nullable Boolean con() {
            return con;
        }

        String key() {
            return "ventas.filtro." + name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Archivo of(FiltroVentas filtro) {
            if (Boolean.TRUE.equals(filtro.porSubir())) {
                return POR_SUBIR;
            }
            var con = filtro.conConfronta();
            return con == null ? null : con ? CON_CONFRONTA : SIN_CONFRONTA;
        }
    }

    private static final class Choice<T> extends ListCell<@Nullable T> {
        private final Function<T, String> name;

        Choice(Function<T, String> name) {
            this.name = name;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? Text.now("ventas.filtro.cualquiera") : name.apply(item));
        }
    }
}
