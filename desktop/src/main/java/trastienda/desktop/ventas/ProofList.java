package trastienda.desktop.ventas;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.ProofRow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// Names and values in two columns, with what the confronta says of each at the right. Every row is
/// made at once, before there is a sale to show, and shows one sale's value after another's.
final class ProofList extends VBox {
    private final Map<String, ProofRow> rows = new LinkedHashMap<>();

    /// @param keys the names of all rows there may be, in their order
    ProofList(List<String> keys) {
        getStyleClass().add("proof-list");
        for (var key : keys) {
            var row = new ProofRow(Text.of(key));
            row.show(new ReadOnlyStringWrapper(""));
            rows.put(key, row);
        }
        getChildren().setAll(rows.values());
    }

    /// Shows these, each in its row, and no others.
    void show(List<Fact> facts) {
        rows.values().forEach(row -> appear(row, false));
        for (var fact : facts) {
            var row = row(fact.key());
            row.show(fact.value());
            var reveal = fact.reveal();
            if (reveal != null) {
                row.link(Text.of("ventas.detalle.ver_dato"), reveal);
            }
            appear(row, true);
        }
    }

    private ProofRow row(String key) {
        var row = rows.get(key);
        if (row == null) {
            throw new IllegalArgumentException(key);
        }
        return row;
    }

    private static void appear(ProofRow row, boolean now) {
        row.setVisible(now);
        row.setManaged(now);
    }

    /// Says beside each value what the confronta says of it; no word where it says nothing.
    void find(Map<String, Finding> findings, IntConsumer turnTo) {
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
