package trastienda.desktop.shell;

import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import trastienda.desktop.platform.api.Connection;
import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.fx.Ahead;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fxml;
import trastienda.desktop.platform.fx.Navigator;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.settings.Settings;
import trastienda.desktop.platform.ui.Surface;

import java.util.List;

/// The shell of one signed-in person.
public final class Shell {
    private static final String COLLAPSED = "shell.collapsed";
    private static final String PLACE = "shell.place";

    private final ShellViewModel model;
    private final ShellController controller;
    private final Palette palette;
    private final Surface surface;
    private final Parent node;

    /// What the person can open, find and be told.
    ///
    /// @param places in the order of the navigation
    public record Content(List<Place> places, List<Finder> finders) {}

    /// What the shell stands on.
    public record Ground(
            Session session, Connection connection, Background background, Settings settings) {}

    /// Builds the window's middle; [#start] opens the first place.
    public Shell(Content content, Ground ground, Surface surface, ShellLinks links) {
        this.surface = surface;
        this.model = new ShellViewModel(content.places(), ground.session());
        this.palette =
                new Palette(
                        new PaletteViewModel(
                                model,
                                content.finders(),
                                ground.background(),
                                GeneralActions.of(model, surface, links)),
                        surface.overlays());
        this.controller = new ShellController(model, palette::open, ground, surface, links);
        model.collapsedProperty()
                .set(ground.settings().get(COLLAPSED).map(Boolean::valueOf).orElse(false));
        model.collapsedProperty()
                .addListener(
                        (property, old, now) ->
                                ground.settings().put(COLLAPSED, Boolean.toString(now)));
        this.node = Fxml.load(controller, "Shell.fxml");
        model.currentProperty()
                .addListener(
                        (property, old, now) -> {
                            if (now != null) {
                                ground.settings().put(PLACE, now.id());
                            }
                        });
        model.currentProperty().addListener((property, old, now) -> surface.overlays().clear());
    }

    /// Opens the place that was open last, or the first one.
    public void start(Settings settings) {
        settings.get(PLACE).ifPresent(model::open);
        if (model.currentProperty().get() == null && !model.places().isEmpty()) {
            model.open(model.places().getFirst().id());
        }
    }

    /// Makes the other places' screens before somebody goes there.
    public void prepare(Ahead ahead) {
        for (var place : model.places()) {
            if (!place.equals(model.currentProperty().get())) {
                ahead.add(() -> model.screen(place));
            }
        }
    }

    /// The person goes.
    public void close() {
        controller.close();
        model.close();
    }

    /// Its tree.
    public Parent node() {
        return node;
    }

    /// Goes from place to place.
    public Navigator navigator() {
        return model;
    }

    /// Keys that work everywhere: Ctrl+K, Ctrl+B, F1.
    public void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F1 && !surface.overlays().isOpen()) {
            event.consume();
            GeneralActions.help(surface);
        }
        if (!event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case K -> {
                event.consume();
                palette.open();
            }
            case B -> {
                event.consume();
                model.toggleCollapsed();
            }
            default -> {
                // Others belong to the place.
            }
        }
    }
}
