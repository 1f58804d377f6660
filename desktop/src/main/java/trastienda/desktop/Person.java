package trastienda.desktop;

import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.shell.Shell;
import trastienda.desktop.shell.ShellLinks;

import java.util.ArrayList;

/// Everything that belongs to the signed-in person: their features and their shell.
final class Person {
    private final Desktop desktop;
    private final Shell shell;

    Person(Desktop desktop) {
        this.desktop = desktop;
        var places = new ArrayList<Place>();
        var finders = new ArrayList<Finder>();
        var administration = desktop.identidad().administration();
        places.add(administration.place());
        finders.add(administration.finder());
        this.shell =
                new Shell(
                        new Shell.Content(places, finders),
                        new Shell.Ground(
                                desktop.session(),
                                desktop.connection(),
                                desktop.background(),
                                desktop.settings()),
                        desktop.surface(),
                        new ShellLinks(
                                desktop.identidad()::changePassword,
                                desktop.identidad()::signOut,
                                null,
                                desktop.identidad().serverVersion()));
    }

    Shell shell() {
        return shell;
    }

    void start() {
        shell.start(desktop.settings());
    }

    void close() {
        shell.close();
    }
}
