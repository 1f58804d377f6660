package trastienda.desktop.platform.ui;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

import org.controlsfx.control.PrefixSelectionComboBox;
import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Letters;
import trastienda.desktop.platform.i18n.Text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Boxes of which one chooses by name: typing finds it, whether the list is open or not.
public final class NamedChoices {
    private static final int ROWS = 12;

    private NamedChoices() {}

    /// A box without choices yet.
    ///
    /// @param name what a choice is shown and found as; a null choice has none
    public static <T extends @Nullable Object> ComboBox<T> box(Function<T, String> name) {
        var box = new PrefixSelectionComboBox<T>();
        box.setVisibleRowCount(ROWS);
        box.setLookup((any, typed) -> find(box.getItems(), name, typed));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : name.apply(choice);
                    }

                    @Override
                    public @Nullable T fromString(@Nullable String text) {
                        return null;
                    }
                });
        box.setCellFactory(list -> new Named<>(name));
        box.setButtonCell(new Named<>(name));
        return box;
    }

    /// A choice in the language of the moment.
    private static final class Named<T extends @Nullable Object> extends ListCell<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText("");
            } else {
                textProperty().bind(Text.live(() -> name.apply(item)));
            }
        }
    }

    /// The first choice that begins so; else the first that has a word that does.
    static <T extends @Nullable Object> Optional<T> find(
            List<T> choices, Function<T, String> name, String typed) {
        var beginning = Letters.plain(typed);
        var named = choices.stream().filter(one -> one != null).toList();
        return named.stream()
                .filter(one -> Letters.plain(name.apply(one)).startsWith(beginning))
                .findFirst()
                .or(
                        () ->
                                named.stream()
                                        .filter(one -> hasWord(name.apply(one), beginning))
                                        .findFirst());
    }

    private static boolean hasWord(String name, String beginning) {
        return Arrays.stream(Letters.plain(name).split("[^\\p{L}\\p{N}]+", -1))
                .anyMatch(word -> word.startsWith(beginning));
    }
}
