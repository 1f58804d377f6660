package trastienda.desktop;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.confrontas.Viewer;
import trastienda.desktop.identidad.IdentidadFeature;
import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.api.Connection;
import trastienda.desktop.platform.api.EventSocket;
import trastienda.desktop.platform.api.References;
import trastienda.desktop.platform.api.ServerAddress;
import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.api.SessionState;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.fx.InputAge;
import trastienda.desktop.platform.settings.Settings;
import trastienda.desktop.platform.ui.AppIcon;
import trastienda.desktop.platform.ui.Choices;
import trastienda.desktop.platform.ui.Dialogs;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.ui.Theme;
import trastienda.desktop.platform.ui.Toasts;
import trastienda.desktop.ventas.VentasFeature;
import trastienda.shared.identidad.Yo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The whole desktop: makes the platform and the features, and shows either the sign-in screen or
/// the shell of who is in.
public final class Desktop {
    /// The window manager's sign is painted when the window is there.
    private static final Duration SIGN = Duration.ofMillis(200);

    private final Path folder;
    private final Viewer viewer;
    private final Background background;
    private final Settings settings;
    private final Session session;
    private final Connection connection;
    private final ApiClient api;
    private final EventSocket events;
    private final Surface surface;
    private final IdentidadFeature identidad;
    private final InputAge input;
    private final StackPane content = new StackPane();
    private final StackPane root;
    private @Nullable Person person;
    private @Nullable Exception notOpened;

    /// Makes everything; nothing is asked of the server before [#show].
    ///
    /// @param folder where settings and files under way are kept
    /// @param viewer opens a file with the system's program for it
    public Desktop(
            Path folder, Map<String, String> environment, Background background, Viewer viewer) {
        this.folder = folder;
        this.viewer = viewer;
        this.background = background;
        var clock = Clock.systemUTC();
        this.settings = Settings.read(folder, background);
        this.session = new Session(background, clock);
        this.connection = new Connection(background, clock);
        this.input = new InputAge(clock);
        this.api = new ApiClient(address(environment), session, connection, input::seconds);
        this.events = new EventSocket(api, connection, background);
        var theme = new Theme(settings, List.of(VentasFeature.sheet()));
        var overlays = new Overlays();
        this.surface =
                new Surface(
                        theme,
                        new Choices(theme, settings),
                        overlays,
                        new Dialogs(overlays),
                        new Toasts());
        this.identidad =
                new IdentidadFeature(
                        api, session, background, surface, settings, starting(environment));
        this.root = new StackPane(content, overlays, surface.toasts());
        StackPane.setAlignment(surface.toasts(), Pos.BOTTOM_RIGHT);
    }

    /// A server that was started together with this window says so by the seconds it may take.
    private static Duration starting(Map<String, String> environment) {
        var seconds = environment.getOrDefault("TRASTIENDA_SERVER_STARTING", "");
        return Duration.ofSeconds(seconds.matches("[0-9]{1,3}") ? Long.parseLong(seconds) : 0);
    }

    private ServerAddress address(Map<String, String> environment) {
        var named = environment.getOrDefault("TRASTIENDA_SERVER_URL", "");
        var kept = settings.get(IdentidadFeature.SERVER).orElse("");
        return ServerAddress.parse(named)
                .or(() -> ServerAddress.parse(kept))
                .or(() -> ServerAddress.parse(ServerAddress.DEFAULT))
                .orElseThrow();
    }

    /// Fills a window and shows it; the sign-in's form comes right after the first frame.
    public void show(Stage stage) {
        var scene = new Scene(root);
        surface.theme().attach(scene);
        input.watch(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        stage.setScene(scene);
        stage.setTitle("Trastienda");
        var memory = new WindowMemory(settings);
        memory.restore(stage);
        stage.setOnHiding(event -> memory.keep(stage));
        put(identidad.ingreso());
        stage.show();
        Fx.afterFirstFrame(scene, () -> session.stateProperty().subscribe(this::follow));
        background.after(SIGN, () -> stage.getIcons().setAll(AppIcon.images()));
    }

    private void follow(SessionState state) {
        switch (state) {
            case SessionState.SignedOut(var why) -> {
                leave();
                put(identidad.ingreso());
                identidad.shown(why);
                tellWhatDidNotOpen();
            }
            case SessionState.SignedIn(var yo) -> enter(yo);
        }
    }

    /// A screen that is there already stays as it is.
    private void put(Parent screen) {
        if (!content.getChildren().contains(screen)) {
            content.getChildren().setAll(screen);
        }
    }

    private void enter(Yo yo) {
        background.run(
                () -> Person.Rooms.open(this, yo), rooms -> entered(yo, rooms), this::notEntered);
    }

    private void entered(Yo yo, Person.Rooms rooms) {
        identidad.left(yo);
        var entered = new Person(this, rooms);
        person = entered;
        put(entered.shell().node());
        entered.start();
        events.open(yo.ultimoEvento());
    }

    /// What is kept on this computer could not be opened: out again, and told there.
    private void notEntered(Exception cause) {
        notOpened = cause;
        identidad.signOut();
    }

    private void tellWhatDidNotOpen() {
        var cause = notOpened;
        notOpened = null;
        if (cause != null) {
            unexpected(cause);
        }
    }

    private void leave() {
        events.close();
        var gone = person;
        person = null;
        if (gone != null) {
            gone.close();
        }
        surface.overlays().empty();
        surface.toasts().clear();
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown()
                && event.getCode() == KeyCode.Z
                && !(event.getTarget() instanceof TextInputControl)
                && surface.toasts().undo()) {
            event.consume();
            return;
        }
        var here = person;
        if (here != null) {
            here.shell().onKey(event);
        }
    }

    /// An exception nobody caught: logged once, told once.
    public void unexpected(Throwable cause) {
        var reference = References.log(cause);
        background.onFx(() -> surface.dialogs().failure(new ApiFailure.Unexpected(reference)));
    }

    /// The end: what must be kept is written.
    public void close() {
        leave();
        settings.flush();
        api.close();
    }

    Path folder() {
        return folder;
    }

    Viewer viewer() {
        return viewer;
    }

    Background background() {
        return background;
    }

    Settings settings() {
        return settings;
    }

    Session session() {
        return session;
    }

    Connection connection() {
        return connection;
    }

    ApiClient api() {
        return api;
    }

    EventSocket events() {
        return events;
    }

    InputAge input() {
        return input;
    }

    Surface surface() {
        return surface;
    }

    IdentidadFeature identidad() {
        return identidad;
    }
}
