package trastienda.desktop;

import trastienda.desktop.confrontas.ConfrontasFeature;
import trastienda.desktop.confrontas.OpenedFiles;
import trastienda.desktop.platform.fx.Ahead;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.vault.SystemKeys;
import trastienda.desktop.platform.vault.Vault;
import trastienda.desktop.shell.Shell;
import trastienda.desktop.shell.ShellLinks;
import trastienda.desktop.ventas.VentasFeature;
import trastienda.shared.identidad.Yo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;

/// Everything that belongs to the signed-in person: their features and their shell.
final class Person {
    private static final Duration QUIET = Duration.ofMillis(400);

    private final Desktop desktop;
    private final Shell shell;
    private final Rooms rooms;

    /// What a person's files and sales are kept in, and what does things ahead for them; opened off
    /// the window's thread, for the first reads the disk.
    record Rooms(ConfrontasFeature files, VentasFeature ventas, Ahead ahead) {
        static Rooms open(Desktop desktop, Yo yo) throws IOException {
            var folder = desktop.folder();
            var vault =
                    Vault.open(
                            PersonFolder.of(folder, desktop.api().server(), yo.id()),
                            SystemKeys.ofThisSystem());
            var ground = desktop.surface();
            var ahead = new Ahead(desktop.background(), desktop.input(), QUIET);
            var files =
                    new ConfrontasFeature(
                            desktop.api(),
                            desktop.connection(),
                            desktop.background(),
                            vault,
                            OpenedFiles.start(folder.resolve("abiertos")),
                            new ConfrontasFeature.Outside(
                                    ground.toasts(), ground.dialogs(), desktop.viewer()));
            var ventas =
                    new VentasFeature(
                            new VentasFeature.Desk(
                                    desktop.api(),
                                    desktop.events(),
                                    desktop.session(),
                                    desktop.settings(),
                                    ahead),
                            desktop.background(),
                            vault,
                            files,
                            ground);
            return new Rooms(files, ventas, ahead);
        }
    }

    Person(Desktop desktop, Rooms rooms) {
        this.desktop = desktop;
        this.rooms = rooms;
        var places = new ArrayList<Place>();
        var finders = new ArrayList<Finder>();
        places.add(rooms.ventas().place());
        finders.addAll(rooms.ventas().finders());
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
                                rooms.files().tray(this::goToSale),
                                desktop.identidad().serverVersion()));
    }

    private void goToSale(long id) {
        shell().navigator().open("ventas", Long.toString(id));
    }

    Shell shell() {
        return shell;
    }

    void start() {
        shell.start(desktop.settings());
        shell.prepare(rooms.ahead());
    }

    void close() {
        rooms.ahead().close();
        shell.close();
        rooms.files().close();
    }
}
