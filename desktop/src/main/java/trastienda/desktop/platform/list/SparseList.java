package trastienda.desktop.platform.list;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// A list as long as the server's, of which only the pages around what is asked for are in memory.
/// It never changes its length and fires no change: the cells watch their [Slot]. Another filter or
/// sort is another list. Lives on the FX thread.
public final class SparseList<T> extends ObservableListBase<Slot<T>> {
    /// Rows fetched at once; the server's largest page.
    public static final int PAGE = 200;

    private static final int KEPT_PAGES = 40;
    private static final int AT_ONCE = 2;
    private static final int WANTED = 4;
    private static final int EDGE = 50;
    private static final int STEPS_WITHOUT_ANCHORS = 5;
    private static final int ANCHORS = 500;

    private final int size;
    private final PageSource<T> source;
    private final Fetcher fetcher;
    private final ToLongFunction<T> id;
    private final TreeMap<Integer, String> cursors = new TreeMap<>();
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> failure =
            new ReadOnlyObjectWrapper<>();
    private final Map<Integer, Page<T>> pages =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Page<T>> eldest) {
                    return size() > KEPT_PAGES;
                }
            };
    private int running;
    private boolean anchored;

    /// A list that begins with a slice fetched already.
    public SparseList(
            PageSource.Slice<T> first,
            PageSource<T> source,
            Fetcher fetcher,
            ToLongFunction<T> id) {
        this.size = Math.toIntExact(Math.min(first.count(), Integer.MAX_VALUE));
        this.source = source;
        this.fetcher = fetcher;
        this.id = id;
        if (size > 0) {
            page(0).fill(first.rows());
        }
        if (first.next() != null) {
            cursors.put(1, first.next());
        }
        anchored = size <= PAGE * (STEPS_WITHOUT_ANCHORS + 1);
        if (!anchored) {
            fetchAnchors();
        }
    }

    @Override
    public int size() {
        return size;
    }

    /// The place of a row; asking for it fetches it and its neighbours.
    @Override
    public Slot<T> get(int index) {
        Objects.checkIndex(index, size);
        var number = index / PAGE;
        var offset = index % PAGE;
        want(number);
        if (offset > PAGE - EDGE) {
            want(number + 1);
        } else if (offset < EDGE) {
            want(number - 1);
        }
        return page(number).slots.get(offset);
    }

    /// Never walks the list: only pages in memory are searched.
    @Override
    public int indexOf(@Nullable Object slot) {
        if (slot instanceof Slot<?> place && place.index() < size) {
            var page = pages.get(place.index() / PAGE);
            if (page != null && page.slots.contains(slot)) {
                return place.index();
            }
        }
        return -1;
    }

    @Override
    public boolean contains(@Nullable Object slot) {
        return indexOf(slot) >= 0;
    }

    /// The place of the row with this id, when it is in memory.
    public Optional<Slot<T>> find(long wantedId) {
        for (var page : pages.values()) {
            for (var slot : page.slots) {
                var row = slot.row();
                if (row != null && id.applyAsLong(row) == wantedId) {
                    return Optional.of(slot);
                }
            }
        }
        return Optional.empty();
    }

    /// Puts a newer version of a row in its place, when it is in memory.
    public void replace(T row, long nowMillis) {
        find(id.applyAsLong(row)).ifPresent(slot -> slot.change(row, nowMillis));
    }

    /// Why the last page could not be fetched; null when all is well.
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Fetches again what could not be fetched.
    public void retry() {
        failure.set(null);
        if (!anchored) {
            fetchAnchors();
        }
        for (var entry : List.copyOf(pages.entrySet())) {
            if (entry.getValue().state == PageState.FAILED) {
                entry.getValue().state = PageState.NEW;
                want(entry.getKey());
            }
        }
    }

    /// How many rows are in memory.
    public int loaded() {
        return pages.size() * PAGE;
    }

    private Page<T> page(int number) {
        return pages.computeIfAbsent(
                number, key -> new Page<>(key * PAGE, Math.min(PAGE, size - key * PAGE)));
    }

    private void want(int number) {
        if (number < 0 || number * (long) PAGE >= size) {
            return;
        }
        var page = page(number);
        if (page.state == PageState.NEW) {
            page.state = PageState.WANTED;
            wanted.addFirst(number);
            while (wanted.size() > WANTED) {
                forget(wanted.removeLast());
            }
            fetchNext();
        }
    }

    private void forget(int number) {
        var page = pages.get(number);
        if (page != null && page.state == PageState.WANTED) {
            page.state = PageState.NEW;
        }
    }

    private void fetchNext() {
        while (running < AT_ONCE) {
            var number = nextReachable();
            if (number == null) {
                return;
            }
            fetch(number);
        }
    }

    private @Nullable Integer nextReachable() {
        for (var each = wanted.iterator(); each.hasNext(); ) {
            var number = each.next();
            if (anchored || number - start(number) <= STEPS_WITHOUT_ANCHORS) {
                each.remove();
                return number;
            }
        }
        return null;
    }

    private int start(int number) {
        var floor = cursors.floorKey(number);
        return floor == null ? 0 : floor;
    }

    private void fetch(int number) {
        var page = pages.get(number);
        if (page == null) {
            return;
        }
        page.state = PageState.LOADING;
        running++;
        var from = start(number);
        var cursor = cursors.get(from);
        fetcher.fetch(
                () -> walk(from, cursor, number),
                found -> {
                    running--;
                    cursors.putAll(found.cursors);
                    page.fill(found.rows);
                    failure.set(null);
                    fetchNext();
                },
                problem -> {
                    running--;
                    page.state = PageState.FAILED;
                    failure.set(problem);
                    fetchNext();
                });
    }

    private Found<T> walk(int from, @Nullable String start, int number) throws Exception {
        var passed = new TreeMap<Integer, String>();
        var cursor = start;
        for (var at = from; ; at++) {
            if (at > 0 && cursor == null) {
                return new Found<>(List.of(), passed);
            }
            var slice = source.load(cursor, PAGE);
            cursor = slice.next();
            if (cursor != null) {
                passed.put(at + 1, cursor);
            }
            if (at == number) {
                return new Found<>(slice.rows(), passed);
            }
        }
    }

    private void fetchAnchors() {
        var every = Math.max(PAGE, (size / ANCHORS + PAGE - 1) / PAGE * PAGE);
        fetcher.fetch(
                () -> source.anchors(every),
                anchors -> {
                    for (var anchor : anchors) {
                        if (anchor.row() > 0 && anchor.row() % PAGE == 0) {
                            cursors.putIfAbsent((int) (anchor.row() / PAGE), anchor.cursor());
                        }
                    }
                    anchored = true;
                    fetchNext();
                },
                failure::set);
    }

    private enum PageState {
        NEW,
        WANTED,
        LOADING,
        LOADED,
        FAILED
    }

    private record Found<T>(List<T> rows, Map<Integer, String> cursors) {}

    private static final class Page<T> {
        private final List<Slot<T>> slots;
        private PageState state = PageState.NEW;

        Page(int first, int length) {
            var made = new ArrayList<Slot<T>>(length);
            for (var i = 0; i < length; i++) {
                made.add(new Slot<>(first + i));
            }
            slots = List.copyOf(made);
        }

        void fill(List<T> rows) {
            state = PageState.LOADED;
            for (var i = 0; i < Math.min(rows.size(), slots.size()); i++) {
                slots.get(i).put(rows.get(i));
            }
        }
    }
}
