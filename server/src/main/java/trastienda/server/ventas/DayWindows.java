package trastienda.server.ventas;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// Stretches of days from a place in a list by date to its end, each so long that what is found in
/// it should fill a page, and twice as long when it did not.
final class DayWindows implements Iterator<Days> {
    /// So much more than a page is expected in a window, for finds do not lie evenly.
    private static final double MORE = 1.4;

    /// A sale with a date from long ago says nothing about how far apart the others lie.
    private static final long LONGEST = 3_650;

    private final boolean descending;
    private final Days all;
    private long next;
    private long length;

    /// @param start the day of the place, between those of what was found
    /// @param rows how many fill the page
    DayWindows(Counted found, long start, boolean descending, int rows) {
        this.descending = descending;
        this.all = found.days();
        this.next = start;
        var days = Math.clamp(all.length(), 1, LONGEST);
        this.length = (long) Math.ceil(MORE * rows * days / Math.max(1, found.count())) + 1;
    }

    @Override
    public boolean hasNext() {
        return descending ? next >= all.first() : next <= all.last();
    }

    @Override
    public Days next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        // ends where fewer lexemes say it
        var grain = 1L;
        while (grain * 16 <= length) {
            grain *= 4;
        }
        Days window;
        if (descending) {
            var end = Math.floorDiv(next - length + 1, grain) * grain;
            window = new Days(end, next).within(all);
            next = window.first() - 1;
        } else {
            var end = Math.ceilDiv(next + length, grain) * grain - 1;
            window = new Days(next, end).within(all);
            next = window.last() + 1;
        }
        length *= 2;
        return window;
    }
}
