package trastienda.desktop.platform.list;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/// A place in a list: its row once it was fetched. Cells watch the place, so that a row that
/// arrives or changes is drawn without the list moving.
public final class Slot<T> {
    private final int index;
    private final ReadOnlyObjectWrapper<@Nullable T> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper changedAt = new ReadOnlyLongWrapper();

    Slot(int index) {
        this.index = index;
    }

    /// Its place, from 0.
    public int index() {
        return index;
    }

    /// The row, or null while it is on its way.
    public @Nullable T row() {
        return row.get();
    }

    /// The row, watched.
    public ReadOnlyObjectProperty<@Nullable T> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /// When somebody else changed the row, in milliseconds since 1970; 0 for never.
    public ReadOnlyLongProperty changedAtProperty() {
        return changedAt.getReadOnlyProperty();
    }

    void put(@Nullable T value) {
        row.set(value);
    }

    void change(T value, long now) {
        row.set(value);
        changedAt.set(now);
    }
}
