package trastienda.desktop.confrontas;

import trastienda.desktop.platform.list.Fetcher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does what is asked when the test says so.
final class Later implements Fetcher {
    private final List<Runnable> asked = new ArrayList<>();

    @Override
    public <R> void fetch(Callable<R> work, Consumer<R> done, Consumer<Exception> failed) {
        asked.add(() -> new AtOnce().fetch(work, done, failed));
    }

    /// All that is asked, in order, and what that asks for in turn.
    void all() {
        while (!asked.isEmpty()) {
            asked.removeFirst().run();
        }
    }

    /// The first of what is asked, and nothing that it asks for.
    void next() {
        asked.removeFirst().run();
    }

    /// What is asked now, the last first.
    void backwards() {
        var now = List.copyOf(asked).reversed();
        asked.clear();
        now.forEach(Runnable::run);
    }
}
