package trastienda.desktop.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.i18n.Letters;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.PaletteAction;
import trastienda.desktop.platform.place.Place;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the palette offers for what was typed: answers of the finders, actions, places; but first
/// what is called exactly so. `>` narrows to actions, `@` to people.
final class PaletteViewModel {
    static final Duration PAUSE = Duration.ofMillis(150);
    private static final int MOST = 5;
    private static final String PEOPLE = "identidad.usuarios.personas";

    /// How well a title fits what was typed, the best first.
    private enum Fit {
        WHOLE,
        BEGINNING,
        WITHIN,
        NONE
    }

    private record Group(String key, List<PaletteRow.Item> items, Fit fit) {}

    private final ShellViewModel shell;
    private final List<Finder> finders;
    private final Background background;
    private final List<PaletteAction> general;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final Map<String, List<Finder.Found>> found = new LinkedHashMap<>();
    private final List<Background.Running> running = new ArrayList<>();
    private int waiting;
    private boolean unreachable;
    private boolean moved;

    PaletteViewModel(
            ShellViewModel shell,
            List<Finder> finders,
            Background background,
            List<PaletteAction> general) {
        this.shell = shell;
        this.finders = finders;
        this.background = background;
        this.general = general;
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
        moved = false;
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
        var groups = groups();
        groups.stream().filter(group -> group.fit == Fit.WHOLE).forEach(one -> add(next, one));
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
        groups.stream().filter(group -> group.fit != Fit.WHOLE).forEach(one -> add(next, one));
        if (unreachable) {
            next.add(new PaletteRow.Nothing("shell.paleta.sin_servidor"));
        } else if (next.isEmpty()) {
            next.add(new PaletteRow.Nothing("shell.paleta.nada"));
        }
        show(next);
    }

    /// Shows other rows; whoever has moved the choice keeps it while it is still offered.
    private void show(List<PaletteRow> next) {
        var kept = moved ? find(next, rows.get(selected.get())) : -1;
        rows.setAll(next);
        selected.set(kept);
        if (kept < 0) {
            step(1);
        }
    }

    private static int find(List<PaletteRow> next, PaletteRow chosen) {
        for (int i = 0; i < next.size(); i++) {
            if (chosen instanceof PaletteRow.Item was
                    && next.get(i) instanceof PaletteRow.Item now
                    && now.title().equals(was.title())
                    && now.note().equals(was.note())) {
                return i;
            }
        }
        return -1;
    }

    private static void add(List<PaletteRow> into, Group group) {
        into.add(new PaletteRow.Heading(group.key));
        into.addAll(group.items);
    }

    /// Actions and places that fit, the better group first.
    private List<Group> groups() {
        var all = new ArrayList<Group>();
        if (!query.get().startsWith("@")) {
            group(all, "shell.paleta.acciones", actions());
            if (!query.get().startsWith(">")) {
                group(all, "shell.paleta.ir_a", places());
            }
        }
        all.sort(Comparator.comparing(Group::fit));
        return all;
    }

    private void group(List<Group> into, String key, List<PaletteRow.Item> offered) {
        var fitting =
                offered.stream()
                        .filter(item -> fit(item.title()) != Fit.NONE)
                        .sorted(Comparator.comparing(item -> fit(item.title())))
                        .toList();
        if (!fitting.isEmpty()) {
            into.add(new Group(key, fitting, fit(fitting.getFirst().title())));
        }
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

    private List<PaletteRow.Item> actions() {
        var all = new ArrayList<PaletteRow.Item>();
        for (var place : shell.places()) {
            for (var action : place.actions()) {
                all.add(
                        item(
                                action,
                                Text.now(place.titleKey()),
                                () -> {
                                    shell.open(place.id());
                                    action.run().run();
                                }));
            }
        }
        for (var action : general) {
            all.add(item(action, "", action.run()));
        }
        return all;
    }

    private static PaletteRow.Item item(PaletteAction action, String note, Runnable run) {
        return new PaletteRow.Item(
                action.icon(), Text.now(action.titleKey()), note, null, action.keys(), run);
    }

    private List<PaletteRow.Item> places() {
        return shell.places().stream()
                .map(
                        place ->
                                new PaletteRow.Item(
                                        place.icon(),
                                        Text.now(place.titleKey()),
                                        "",
                                        null,
                                        List.of(),
                                        () -> shell.open(place.id())))
                .toList();
    }

    private Fit fit(String title) {
        var name = Letters.plain(title);
        var typed = Letters.plain(words());
        if (name.equals(typed)) {
            return Fit.WHOLE;
        }
        if (name.startsWith(typed)) {
            return Fit.BEGINNING;
        }
        return name.contains(typed) ? Fit.WITHIN : Fit.NONE;
    }

    /// Moves the choice, past headings.
    void move(int step) {
        moved = true;
        step(step);
    }

    private void step(int step) {
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
            moved = true;
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
