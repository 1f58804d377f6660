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
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.VentaRules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One change of a sale: who, what, when, and field by field the old value struck through and the
/// new one. Shows one change after another.
final class TimelineRow extends HBox {
    private static final int USUAL = 2;

    private final FontIcon icon = new FontIcon("fth-edit-3");
    private final StackPane circle = new StackPane(icon);
    private final Region line = new Region();
    private final javafx.scene.text.Text who = text("text-strong");
    private final javafx.scene.text.Text what = text("text-body");
    private final VBox words = new VBox(new TextFlow(who, what));
    private final List<FieldLine> fields = new ArrayList<>();
    private final Label why = new Label();
    private final Label when = new Label();
    private final Tooltip exactly = new Tooltip();

    TimelineRow() {
        circle.getStyleClass().add("timeline-circle");
        line.getStyleClass().add("timeline-line");
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(circle, line);
        rail.setAlignment(Pos.TOP_CENTER);
        why.setWrapText(true);
        why.getStyleClass().addAll("text-small", "text-muted");
        make(USUAL);
        words.getChildren().add(why);
        words.getStyleClass().add("timeline-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        when.getStyleClass().addAll("text-small", "text-muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        when.setTooltip(exactly);
        getChildren().setAll(rail, words, when);
        getStyleClass().add("timeline-entry");
    }

    /// @param last no line leads on from it
    void show(Deed deed, boolean last) {
        var change = deed.change();
        var look = TimelineLook.of(change);
        icon.setIconLiteral(look.icon());
        look.family().paint(circle);
        line.setVisible(!last);
        who.setText(change.quien());
        what.textProperty().bind(Text.live(() -> " " + Text.now(look.key()) + times(deed.times())));
        fields(change.cambios());
        var reason = change.motivo() == null ? "" : change.motivo();
        why.textProperty().bind(Text.of("ventas.accion.motivo", reason));
        appear(why, !reason.isBlank());
        when.textProperty()
                .bind(
                        Text.live(
                                () ->
                                        Formats.shortInstant(
                                                change.cuando(), LocalDate.now(VentaRules.ZONE))));
        exactly.textProperty().bind(Text.live(() -> Formats.dateTime(change.cuando())));
    }

    private static String times(int times) {
        return times == 1 ? "" : " · " + Text.now("ventas.accion.veces", times);
    }

    private void make(int wanted) {
        while (fields.size() < wanted) {
            var made = new FieldLine();
            fields.add(made);
            words.getChildren().add(fields.size(), made);
        }
    }

    private void fields(List<CambioCampo> changes) {
        var used = 0;
        for (var change : changes) {
            var name = name(change.campo());
            if (name.isPresent()) {
                make(used + 1);
                fields.get(used++).show(change, name.get());
            }
        }
        for (var i = 0; i < fields.size(); i++) {
            appear(fields.get(i), i < used);
        }
    }

    /// What one field was and is.
    private static final class FieldLine extends TextFlow {
        private final javafx.scene.text.Text name = text("text-body");
        private final javafx.scene.text.Text old = text("text-struck");
        private final javafx.scene.text.Text arrow = text("text-body");
        private final javafx.scene.text.Text now = text("text-strong");

        FieldLine() {
            old.setStrikethrough(true);
            arrow.setText(" → ");
            getChildren().setAll(name, old, arrow, now);
        }

        void show(CambioCampo change, ObservableValue<String> label) {
            name.textProperty().bind(label.map(known -> known + ": "));
            var before = change.de() == null ? "" : change.de();
            var was = !before.isBlank();
            old.setText(was ? value(change.campo(), before) : "");
            appear(old, was);
            appear(arrow, was);
            now.setText(
                    change.a() == null || change.a().isBlank()
                            ? "—"
                            : value(change.campo(), change.a()));
        }
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

    private static javafx.scene.text.Text text(String style) {
        var text = new javafx.scene.text.Text();
        text.getStyleClass().add(style);
        return text;
    }

    private static void appear(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
