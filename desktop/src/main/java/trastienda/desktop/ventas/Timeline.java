package trastienda.desktop.ventas;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.ventas.CambioCampo;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaRules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Who did what with a sale, newest first: field, old value struck through, new value.
final class Timeline extends VBox {
    Timeline() {
        getStyleClass().add("timeline");
    }

    void show(List<CambioVenta> changes) {
        getChildren().clear();
        if (changes.isEmpty()) {
            var none = new Label();
            none.textProperty().bind(Text.of("ventas.detalle.sin_historial"));
            none.getStyleClass().add("text-muted");
            getChildren().add(none);
            return;
        }
        for (var i = 0; i < changes.size(); i++) {
            getChildren().add(entry(changes.get(i), i == changes.size() - 1));
        }
    }

    private static Node entry(CambioVenta change, boolean last) {
        var look = TimelineLook.of(change);
        var circle = new StackPane(new FontIcon(look.icon()));
        circle.getStyleClass().addAll("timeline-circle", look.family().styleClass());
        var line = new Region();
        line.getStyleClass().add("timeline-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(circle, line);
        rail.setAlignment(Pos.TOP_CENTER);

        var words = new VBox(headline(change, look));
        for (var field : change.cambios()) {
            name(field.campo()).ifPresent(name -> words.getChildren().add(field(field, name)));
        }
        if (change.motivo() != null && !change.motivo().isBlank()) {
            var why = new Label();
            why.textProperty().bind(Text.of("ventas.accion.motivo", change.motivo()));
            why.setWrapText(true);
            why.getStyleClass().addAll("text-small", "text-muted");
            words.getChildren().add(why);
        }
        words.getStyleClass().add("timeline-words");
        HBox.setHgrow(words, Priority.ALWAYS);

        var when = new Label();
        when.textProperty()
                .bind(
                        Text.live(
                                () ->
                                        Formats.shortInstant(
                                                change.cuando(), LocalDate.now(VentaRules.ZONE))));
        when.getStyleClass().addAll("text-small", "text-muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        when.setTooltip(new Tooltip(Formats.dateTime(change.cuando())));
        var entry = new HBox(rail, words, when);
        entry.getStyleClass().add("timeline-entry");
        return entry;
    }

    private static Node headline(CambioVenta change, TimelineLook look) {
        var who = text(change.quien(), "text-strong");
        var what = new javafx.scene.text.Text();
        what.textProperty().bind(Text.live(() -> " " + Text.now(look.key())));
        what.getStyleClass().add("text-body");
        return new TextFlow(who, what);
    }

    private static Node field(CambioCampo field, ObservableValue<String> label) {
        var flow = new TextFlow();
        var name = new javafx.scene.text.Text();
        name.textProperty().bind(label.map(known -> known + ": "));
        name.getStyleClass().add("text-body");
        flow.getChildren().add(name);
        if (field.de() != null && !field.de().isBlank()) {
            var old = text(value(field.campo(), field.de()), "text-struck");
            old.setStrikethrough(true);
            flow.getChildren().addAll(old, text(" → ", "text-body"));
        }
        var now = field.a() == null || field.a().isBlank() ? "—" : value(field.campo(), field.a());
        flow.getChildren().add(text(now, "text-strong"));
        return flow;
    }

    /// What a field is called here; one without a name is kept for those who look after the system
    /// and is not shown.
    private static Optional<ObservableValue<String>> name(String campo) {
        return switch (campo) {
            case "estado_venta" -> Optional.of(Text.of("ventas.columna.estado"));
            case "estado_logistica" -> Optional.of(Text.of("ventas.campo.logistica"));
            case "estado_portabilidad" -> Optional.of(Text.of("ventas.campo.portabilidad"));
            case "plan_nombre" -> Optional.of(Text.of("ventas.campo.plan"));
            case "plan_cfm" -> Optional.of(Text.of("ventas.campo.cfm"));
            case "nombre" -> Optional.of(Text.of("ventas.detalle.archivo"));
            default -> Campo.of(campo).map(known -> Text.of("ventas.form." + known.wire()));
        };
    }

    private static String value(String campo, String raw) {
        try {
            return switch (campo) {
                case "estado_venta" -> Text.labelNow(EstadoVenta.of(raw));
                case "estado_logistica" -> Text.labelNow(EstadoLogistica.of(raw));
                case "estado_portabilidad" -> Text.labelNow(EstadoPortabilidad.of(raw));
                case "plan_cfm" -> Formats.money(new BigDecimal(raw));
                default -> day(raw);
            };
        } catch (IllegalArgumentException unknown) {
            return raw;
        }
    }

    private static String day(String raw) {
        return raw.matches("\\d{4}-\\d{2}-\\d{2}") ? Formats.date(LocalDate.parse(raw)) : raw;
    }

    private static javafx.scene.text.Text text(String content, String style) {
        var text = new javafx.scene.text.Text(content);
        text.getStyleClass().add(style);
        return text;
    }
}
