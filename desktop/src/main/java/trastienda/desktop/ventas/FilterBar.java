package trastienda.desktop.ventas;

import atlantafx.base.controls.Popover;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.FilterChip;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.Plan;

import java.util.function.UnaryOperator;

/// The chips of what the list is narrowed to, each with its cross, and *+ Filtro* with its popover.
final class FilterBar {
    private final FlowPane chips;
    private final VentasViewModel model;
    private final FilterChip add;
    private final Button fresh = new Button();
    private @Nullable Popover popover;

    FilterBar(FlowPane chips, VentasViewModel model) {
        this.chips = chips;
        this.model = model;
        add = FilterChip.adding(Text.of("ventas.filtro.agregar"), this::open);
        add.setId("filtro-agregar");
        fresh.setGraphic(new FontIcon("fth-arrow-up"));
        fresh.getStyleClass().addAll("filter-chip", "accent");
        fresh.setId("ventas-nuevas");
        fresh.textProperty().bind(Text.of("ventas.lista.nuevas", model.insertedProperty()));
        fresh.setOnAction(click -> model.refresh());
        model.vistaProperty().addListener((property, old, now) -> render());
        model.insertedProperty().addListener((property, old, now) -> render());
        model.agents().addListener((Observable changed) -> render());
        model.plans().addListener((Observable changed) -> render());
        render();
    }

    private void render() {
        chips.getChildren().clear();
        if (model.insertedProperty().get() > 0) {
            chips.getChildren().add(fresh);
        }
        var filtro = model.vistaProperty().get().filtro();
        if (filtro.q() != null) {
            chip(Text.of("ventas.filtro.chip.texto", filtro.q()), f -> FilterEdits.q(f, null));
        }
        if (filtro.estado() != null && model.vistaProperty().get().bandeja() == Bandeja.TODAS) {
            chip(Text.label(filtro.estado()), f -> FilterEdits.estado(f, null));
        }
        if (filtro.agente() != null) {
            chip(fixed(agent(filtro.agente())), f -> FilterEdits.agente(f, null));
        }
        if (filtro.plan() != null) {
            chip(fixed(plan(filtro.plan())), f -> FilterEdits.plan(f, null));
        }
        if (filtro.fechaDesde() != null || filtro.fechaHasta() != null) {
            chip(Text.live(() -> dates(filtro)), f -> FilterEdits.fechas(f, null, null));
        }
        if (filtro.conConfronta() != null) {
            chip(
                    Text.of(
                            filtro.conConfronta()
                                    ? "ventas.filtro.con_confronta"
                                    : "ventas.filtro.sin_confronta"),
                    f -> FilterEdits.conConfronta(f, null));
        }
        if (Boolean.TRUE.equals(filtro.porSubir())) {
            chip(Text.of("ventas.filtro.por_subir"), f -> FilterEdits.porSubir(f, null));
        }
        chips.getChildren().add(add);
    }

    private static ObservableValue<String> fixed(String text) {
        return Text.live(() -> text);
    }

    private String agent(long id) {
        return model.agents().stream()
                .filter(one -> one.id() == id)
                .map(Persona::nombre)
                .findFirst()
                .orElse("#" + id);
    }

    private String plan(long id) {
        return model.plans().stream()
                .filter(one -> one.id() == id)
                .map(Plan::nombrePlan)
                .findFirst()
                .orElse("#" + id);
    }

    private static String dates(FiltroVentas filtro) {
        var from = filtro.fechaDesde();
        var to = filtro.fechaHasta();
        if (from != null && to != null) {
            return Text.now("ventas.filtro.chip.rango", Formats.date(from), Formats.date(to));
        } else if (from != null) {
            return Text.now("ventas.filtro.chip.desde", Formats.date(from));
        }
        return to == null ? "" : Text.now("ventas.filtro.chip.hasta", Formats.date(to));
    }

    private void chip(ObservableValue<String> words, UnaryOperator<FiltroVentas> without) {
        var chip =
                FilterChip.on(
                        words,
                        this::open,
                        () -> model.narrow(without.apply(model.vistaProperty().get().filtro())));
        chips.getChildren().add(chip);
    }

    /// Opens the popover with all filters.
    void open() {
        if (popover != null && popover.isShowing()) {
            popover.hide();
            return;
        }
        var form = new FilterForm(model, this::close);
        var next = new Popover(form);
        next.titleProperty().bind(Text.of("ventas.filtro.titulo"));
        next.setHeaderAlwaysVisible(false);
        next.setDetachable(false);
        // While it fades out it would still swallow the next click.
        next.setAnimated(false);
        next.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        next.getStyleClass().add("filter-popover");
        popover = next;
        next.show(add);
        form.begin();
    }

    private void close() {
        if (popover != null) {
            popover.hide();
        }
    }
}
