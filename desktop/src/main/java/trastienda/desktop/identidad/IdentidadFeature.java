package trastienda.desktop.identidad;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.api.SessionState.Why;
import trastienda.desktop.platform.api.SignIn;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.settings.Settings;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.ui.Toast;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Yo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// Signing in and out, and the change of one's password.
public final class IdentidadFeature {
    /// Where the settings keep the server's address.
    public static final String SERVER = "server";

    private static final String LAST_USER = "identidad.usuario";

    private final ApiClient api;
    private final Session session;
    private final SignIn signIn;
    private final Background background;
    private final Surface surface;
    private final Settings settings;
    private final IngresoViewModel model;
    private final IngresoView ingreso;

    /// Before anyone is in.
    ///
    /// @param starting how long the server may still need until it listens
    public IdentidadFeature(
            ApiClient api,
            Session session,
            Background background,
            Surface surface,
            Settings settings,
            Duration starting) {
        this.api = api;
        this.session = session;
        this.signIn = new SignIn(api, session);
        this.background = background;
        this.surface = surface;
        this.settings = settings;
        this.model = new IngresoViewModel(signIn, background, starting);
        this.ingreso =
                new IngresoView(
                        new IngresoController(
                                model,
                                new IngresoLinks(
                                        () -> api.server().shown(),
                                        this::changeServer,
                                        this::mustChange,
                                        surface.choices())));
    }

    /// The sign-in screen; until it is [#shown] for the first time, its side alone.
    public Parent ingreso() {
        return ingreso;
    }

    /// The sign-in screen is on screen; the settings remember who was in last.
    public void shown(Why why) {
        ingreso.form().shown(why, settings.get(LAST_USER).orElse(""));
    }

    /// Somebody came in.
    public void left(Yo yo) {
        settings.put(LAST_USER, yo.username());
        model.close();
    }

    /// *Usuarios* and the finder of people, for the person who is in now.
    public Administration administration() {
        var place =
                new UsuariosPlace(
                        new UsuariosApi(api),
                        background,
                        surface,
                        () -> session.may(Permiso.USUARIOS_ADMINISTRAR));
        return new Administration(place, place.finder());
    }

    /// What administrators get.
    public record Administration(Place place, Finder finder) {}

    /// The server's version, as it last said; empty before that.
    public String serverVersion() {
        return model.serverProperty().get() instanceof ServerState.Answers(var info)
                ? info.version()
                : "";
    }

    /// Ends the session.
    public void signOut() {
        background.run(
                () -> {
                    signIn.signOut();
                    return true;
                },
                done -> {},
                cause -> {});
    }

    /// Opens the change of password in a dialog.
    public void changePassword() {
        var yo = session.yo();
        if (yo.isEmpty()) {
            return;
        }
        var opened = new AtomicReference<Overlays.@Nullable Opened>();
        var form =
                new ClaveForm(
                        signIn,
                        background,
                        yo.get().username(),
                        "",
                        changed -> {
                            var dialog = opened.get();
                            if (dialog != null) {
                                dialog.close();
                            }
                            surface.toasts().show(Toast.of(Text.now("identidad.clave.cambiada")));
                        });
        opened.set(surface.dialogs().show(Text.of("identidad.clave.titulo"), form));
        form.start();
    }

    private Node mustChange(Yo yo) {
        var form =
                new ClaveForm(
                        signIn, background, yo.username(), model.usedPassword(), model::enter);
        var title = new Label();
        title.textProperty().bind(Text.of("identidad.clave.obligatoria"));
        title.getStyleClass().add("text-figure");
        title.setWrapText(true);
        var words = new Label();
        words.textProperty().bind(Text.of("identidad.clave.obligatoria_porque", yo.nombre()));
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        background.onFx(form::start);
        var back =
                Buttons.link(
                        Text.of("identidad.clave.otra_cuenta"),
                        () -> {
                            signOut();
                            model.back();
                        });
        back.setId("clave-otra-cuenta");
        return new VBox(8, title, words, form, back);
    }

    private void changeServer() {
        new ServerDialog(api, surface, settings, ingreso.form()::serverChanged).open();
    }
}
