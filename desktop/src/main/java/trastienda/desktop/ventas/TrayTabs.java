package trastienda.desktop.ventas;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The trays as tabs with their counts; those without room wait behind a menu.
final class TrayTabs extends HBox {
    private static final double GAP = 20;
    private static final double MENU = 40;

    private final Map<Bandeja, ToggleButton> tabs = new EnumMap<>(Bandeja.class);
    private final MenuButton more = new MenuButton();
    private final ToggleGroup group = new ToggleGroup();

    TrayTabs(VentasViewModel model, Consumer<Bandeja> choose) {
        super(GAP);
        getStyleClass().add("line-tabs");
        setMinWidth(0);
        for (var bandeja : Bandeja.values()) {
            var tab = tab(bandeja, model);
            tab.setOnAction(click -> choose.accept(bandeja));
            tabs.put(bandeja, tab);
            getChildren().add(tab);
        }
        more.setGraphic(new FontIcon("fth-more-horizontal"));
        more.getStyleClass().addAll("icon-menu");
        more.accessibleTextProperty().bind(Text.of("ventas.bandeja.mas"));
        getChildren().add(more);
        group.selectedToggleProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now == null && old != null) {
                                group.selectToggle(old);
                            }
                        });
    }

    private ToggleButton tab(Bandeja bandeja, VentasViewModel model) {
        var name = new Label();
        name.textProperty()
                .bind(Text.of("ventas.bandeja." + bandeja.name().toLowerCase(Locale.ROOT)));
        var count = new Label();
        count.getStyleClass().add("tab-count");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    var known = model.counts().get(bandeja);
                                    return known == null ? "" : Formats.number(known);
                                },
                                model.counts(),
                                Text.languageProperty()));
        var words = new HBox(6, name, count);
        words.getStyleClass().add("centered-row");
        var tab = new ToggleButton();
        tab.setGraphic(words);
        tab.setToggleGroup(group);
        tab.getStyleClass().add("line-tab");
        tab.setId("bandeja-" + bandeja.name().toLowerCase(Locale.ROOT));
        tab.accessibleTextProperty().bind(name.textProperty());
        tab.setMinWidth(USE_PREF_SIZE);
        return tab;
    }

    void select(Bandeja bandeja) {
        group.selectToggle(tabs.get(bandeja));
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        hideWhatHasNoRoom();
        super.layoutChildren();
    }

    /// The open tray's tab always has room; of the others those from the left on.
    private void hideWhatHasNoRoom() {
        var room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        var overflows = width(tabs.values().stream()) - GAP > room;
        var used = MENU + width(tabs.values().stream().filter(ToggleButton::isSelected));
        var full = false;
        more.getItems().clear();
        for (var entry : tabs.entrySet()) {
            var tab = entry.getValue();
            if (!tab.isSelected()) {
                used += width(Stream.of(tab));
                full |= used > room;
            }
            var fits = !overflows || !full || tab.isSelected();
            tab.setVisible(fits);
            tab.setManaged(fits);
            if (!fits) {
                more.getItems().add(item(entry.getKey(), tab));
            }
        }
        more.setVisible(!more.getItems().isEmpty());
        more.setManaged(!more.getItems().isEmpty());
    }

    private static double width(Stream<ToggleButton> some) {
        return some.mapToDouble(tab -> tab.prefWidth(-1) + GAP).sum();
    }

    private static MenuItem item(Bandeja bandeja, ToggleButton tab) {
        var item = new MenuItem();
        item.textProperty()
                .bind(Text.of("ventas.bandeja." + bandeja.name().toLowerCase(Locale.ROOT)));
        item.setOnAction(
                chosen -> {
                    tab.setSelected(true);
                    Objects.requireNonNull(tab.getOnAction()).handle(chosen);
                });
        return item;
    }
}
