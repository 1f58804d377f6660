package trastienda.desktop.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.PaletteAction;
import trastienda.desktop.platform.place.Place;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the palette offers for what was typed: answers of the finders, actions, places. `>` narrows
/// to actions, `@` to people.
final class PaletteViewModel {
    static final Duration PAUSE = Duration.ofMillis(150);
    private static final int MOST = 5;
    private static final String PEOPLE = "identidad.usuarios.personas";

    private final ShellViewModel shell;
    private final List<Finder> finders;
    private final Background background;
    private final ShellLinks links;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final Map<String, List<Finder.Found>> found = new LinkedHashMap<>();
    private final List<Background.Running> running = new ArrayList<>();
    private int waiting;
    private boolean unreachable;

    PaletteViewModel(
            ShellViewModel shell, List<Finder> finders, Background background, ShellLinks links) {
        this.shell = shell;
        this.finders = finders;
        this.background = background;
        this.links = links;
        query.addListener((property, old, now) -> search());
    }

    /// Starts anew.
    void reset() {
        query.set("");
        search();
    }

    private void search() {
        running.forEach(Background.Running::cancel);
        running.clear();
        found.clear();
        waiting = 0;
        unreachable = false;
        var text = words();
        for (var finder : finders) {
            if (finder.isOpen() && isAsked(finder) && text.length() >= finder.shortest()) {
                waiting++;
                running.add(background.after(PAUSE, () -> ask(finder, text)));
            }
        }
        build();
    }

    private boolean isAsked(Finder finder) {
        if (query.get().startsWith(">")) {
            return false;
        }
        return !query.get().startsWith("@") || finder.headingKey().equals(PEOPLE);
    }

    private String words() {
        var text = query.get().strip();
        return text.startsWith(">") || text.startsWith("@") ? text.substring(1).strip() : text;
    }

    private void ask(Finder finder, String text) {
        running.add(
                background.run(
                        () -> finder.find(text),
                        answers -> {
                            waiting--;
                            found.put(
                                    finder.headingKey(),
                                    answers.stream()
                                            .limit(MOST)
                                            .map(one -> within(finder, one))
                                            .toList());
                            build();
                        },
                        cause -> {
                            waiting--;
                            unreachable = true;
                            build();
                        }));
    }

    /// An answer whose place is opened first.
    private Finder.Found within(Finder finder, Finder.Found one) {
        return new Finder.Found(
                one.icon(),
                one.title(),
                one.note(),
                one.badge(),
                () -> {
                    shell.open(place(finder));
                    one.open().run();
                });
    }

    private String place(Finder finder) {
        return shell.places().stream()
                .filter(place -> place.titleKey().equals(finder.headingKey()))
                .map(Place::id)
                .findFirst()
                .orElse(finder.place());
    }

    private void build() {
        var next = new ArrayList<PaletteRow>();
        for (var finder : finders) {
            var answers = found.getOrDefault(finder.headingKey(), List.of());
            if (!answers.isEmpty()) {
                next.add(new PaletteRow.Heading(finder.headingKey()));
                answers.forEach(one -> next.add(item(one)));
            }
        }
        if (waiting > 0) {
            next.add(new PaletteRow.Searching());
        }
        if (!query.get().startsWith("@")) {
            group(next, "shell.paleta.acciones", actions());
            if (!query.get().startsWith(">")) {
                group(next, "shell.paleta.ir_a", places());
            }
        }
        if (unreachable) {
            next.add(new PaletteRow.Nothing("shell.paleta.sin_servidor"));
        } else if (next.isEmpty()) {
            next.add(new PaletteRow.Nothing("shell.paleta.nada"));
        }
        rows.setAll(next);
        selected.set(-1);
        move(1);
    }

    private static PaletteRow item(Finder.Found one) {
        var badge = one.badge();
        return new PaletteRow.Item(
                one.icon(),
                one.title(),
                one.note(),
                badge == null ? null : badge::make,
                List.of(),
                one.open());
    }

    private void group(List<PaletteRow> into, String key, List<PaletteRow> items) {
        if (!items.isEmpty()) {
            into.add(new PaletteRow.Heading(key));
            into.addAll(items);
        }
    }

    private List<PaletteRow> actions() {
        var all = new ArrayList<PaletteRow>();
        for (var place : shell.places()) {
            for (var action : place.actions()) {
                add(
                        all,
                        action,
                        Text.now(place.titleKey()),
                        () -> {
                            shell.open(place.id());
                            action.run().run();
                        });
            }
        }
        for (var action : own()) {
            add(all, action, "", action.run());
        }
        return all;
    }

    private List<PaletteAction> own() {
        return List.of(
                new PaletteAction(
                        "shell.contraer",
                        "fth-sidebar",
                        List.of("Ctrl B"),
                        () -> {
                            var collapsed = shell.collapsedProperty();
                            collapsed.set(!collapsed.get());
                        }),
                new PaletteAction(
                        "shell.cambiar_clave", "fth-lock", List.of(), links.changePassword()),
                new PaletteAction("shell.salir", "fth-log-out", List.of(), links.signOut()));
    }

    private void add(List<PaletteRow> all, PaletteAction action, String note, Runnable run) {
        var title = Text.now(action.titleKey());
        if (matches(title)) {
            all.add(new PaletteRow.Item(action.icon(), title, note, null, action.keys(), run));
        }
    }

    private List<PaletteRow> places() {
        var all = new ArrayList<PaletteRow>();
        for (var place : shell.places()) {
            var title = Text.now(place.titleKey());
            if (matches(title)) {
                all.add(
                        new PaletteRow.Item(
                                place.icon(),
                                title,
                                "",
                                null,
                                List.of(),
                                () -> shell.open(place.id())));
            }
        }
        return all;
    }

    private boolean matches(String title) {
        return plain(title).contains(plain(words()));
    }

    /// Lower case without accents.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /// Moves the choice, past headings.
    void move(int step) {
        var at = selected.get() + step;
        while (at >= 0 && at < rows.size()) {
            if (rows.get(at) instanceof PaletteRow.Item) {
                selected.set(at);
                return;
            }
            at += step;
        }
    }

    /// Chooses a row by the mouse.
    void select(int row) {
        if (row >= 0 && row < rows.size() && rows.get(row) instanceof PaletteRow.Item) {
            selected.set(row);
        }
    }

    /// What the choice does; nothing when there is none.
    Runnable chosen() {
        var at = selected.get();
        return at >= 0 && at < rows.size() && rows.get(at) instanceof PaletteRow.Item item
                ? item.run()
                : () -> {};
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<PaletteRow> rows() {
        return rows;
    }

    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
