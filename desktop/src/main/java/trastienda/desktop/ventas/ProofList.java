package trastienda.desktop.ventas;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.ProofRow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/// Names and values in two columns, with what the confronta says of each at the right.
final class ProofList extends VBox {
    private final Map<String, ProofRow> rows = new HashMap<>();

    ProofList() {
        getStyleClass().add("proof-list");
    }

    void clear() {
        getChildren().clear();
        rows.clear();
    }

    void row(String key, String value) {
        row(key, new SimpleStringProperty(value));
    }

    void row(String key, ObservableValue<String> value) {
        add(key, new ProofRow(Text.of(key), value));
    }

    /// A value that is masked, with the link that shows it.
    void masked(String key, String value, Runnable reveal) {
        var link = new Hyperlink();
        link.textProperty().bind(Text.of("ventas.detalle.ver_dato"));
        link.getStyleClass().add("small-link");
        link.setOnAction(click -> reveal.run());
        link.setMinWidth(Region.USE_PREF_SIZE);
        add(key, new ProofRow(Text.of(key), new SimpleStringProperty(value)).end(link));
    }

    private void add(String key, ProofRow row) {
        rows.put(key, row);
        getChildren().add(row);
    }

    /// Says beside each value what the confronta says of it; no word where it says nothing.
    void show(Map<String, Finding> findings, IntConsumer turnTo) {
        rows.forEach(
                (key, row) -> {
                    switch (findings.get(key)) {
                        case Finding.OnPage(var page) ->
                                row.matches(
                                        Text.of("ventas.detalle.en_pagina", page + 1),
                                        () -> turnTo.accept(page));
                        case Finding.Missing() ->
                                row.differs(Text.of("ventas.detalle.no_coincide"));
                        case null -> row.unsaid();
                    }
                });
    }
}
