package trastienda.desktop.identidad;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.api.SessionState.Why;
import trastienda.desktop.platform.api.SignIn;
import trastienda.desktop.platform.fx.Background;
import trastienda.shared.identidad.Yo;
import trastienda.shared.operacion.CuentaDemo;
import trastienda.shared.operacion.VersionInfo;

import java.time.Duration;
import java.util.List;

/// The sign-in: what is typed, whether the server is there, and what came of it.
final class IngresoViewModel {
    /// How soon a server that does not listen yet is asked again.
    static final Duration KNOCK = Duration.ofMillis(100);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final SignIn signIn;
    private final Background background;
    private final StringProperty username = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ServerState> server =
            new ReadOnlyObjectWrapper<>(new ServerState.Asking());
    private final ReadOnlyObjectWrapper<IngresoState> state =
            new ReadOnlyObjectWrapper<>(new IngresoState.Typing());
    private final ReadOnlyObjectWrapper<Why> why = new ReadOnlyObjectWrapper<>(Why.START);
    private Background.Running looking = () -> {};
    private Background.Running asked = () -> {};
    private String used = "";
    private long patientUntil;

    /// @param starting how long the server may still need until it listens: so long it counts as
    ///   asked, not as away
    IngresoViewModel(SignIn signIn, Background background, Duration starting) {
        this.signIn = signIn;
        this.background = background;
        this.patientUntil = System.nanoTime() + starting.toNanos();
        username.addListener(property -> typed());
        password.addListener(property -> typed());
    }

    private void typed() {
        if (state.get() instanceof IngresoState.Failed) {
            state.set(new IngresoState.Typing());
        }
    }

    /// The screen is shown; `why` is why nobody is in.
    void open(Why reason) {
        why.set(reason);
        password.set("");
        state.set(new IngresoState.Typing());
        askServer();
        looking.cancel();
        looking = background.every(LOOK_AGAIN, this::lookAgain);
    }

    /// The screen is left.
    void close() {
        looking.cancel();
        asked.cancel();
    }

    private void lookAgain() {
        if (server.get() instanceof ServerState.Away) {
            ask();
        }
    }

    /// Asks the server at once, as after *Reintentar* or another address.
    void askServer() {
        server.set(new ServerState.Asking());
        ask();
    }

    private void ask() {
        asked.cancel();
        asked =
                background.run(
                        signIn::version, this::answered, cause -> unanswered(ApiFailure.of(cause)));
    }

    private void unanswered(ApiFailure failure) {
        if (failure instanceof ApiFailure.Offline && System.nanoTime() - patientUntil < 0) {
            asked = background.after(KNOCK, this::ask);
        } else {
            server.set(new ServerState.Away(failure));
        }
    }

    private void answered(VersionInfo info) {
        patientUntil = System.nanoTime();
        server.set(new ServerState.Answers(info));
        if (state.get() instanceof IngresoState.Failed(ApiFailure.Offline _)) {
            state.set(new IngresoState.Typing());
        }
    }

    /// Whether the server is being started beside us, as the demo's is, and does not answer yet.
    boolean awaitsServer() {
        return server.get() instanceof ServerState.Asking && System.nanoTime() - patientUntil < 0;
    }

    /// The demo people the server offers; none outside of a demo.
    List<CuentaDemo> demo() {
        return server.get() instanceof ServerState.Answers(var info)
                        && info.demo()
                        && info.cuentas() != null
                ? info.cuentas()
                : List.of();
    }

    /// Fills in a demo person.
    void choose(CuentaDemo person) {
        username.set(person.username());
        password.set(person.clave());
    }

    /// Whether there is something to send.
    boolean isReady() {
        return !username.get().isBlank() && !password.get().isEmpty() && !isBusy();
    }

    private boolean isBusy() {
        return state.get() instanceof IngresoState.Checking;
    }

    /// Sends name and password.
    void submit() {
        if (!isReady()) {
            return;
        }
        state.set(new IngresoState.Checking());
        why.set(Why.START);
        var clave = password.get();
        used = clave;
        var name = username.get().strip();
        background.run(() -> signIn.signIn(name, clave), this::right, this::failed);
    }

    private void right(Yo yo) {
        if (yo.debeCambiarClave()) {
            state.set(new IngresoState.MustChange(yo));
        } else {
            enter(yo);
        }
    }

    private void failed(Exception cause) {
        var failure = ApiFailure.of(cause);
        used = "";
        state.set(new IngresoState.Failed(failure));
        if (failure instanceof ApiFailure.Offline) {
            server.set(new ServerState.Away(failure));
        }
    }

    /// The person is in; the screen stays busy until what is theirs has been opened.
    void enter(Yo yo) {
        password.set("");
        used = "";
        state.set(new IngresoState.Checking());
        signIn.enter(yo);
    }

    /// Back from the change of password to the form.
    void back() {
        password.set("");
        used = "";
        state.set(new IngresoState.Typing());
    }

    /// The password just used, for the change that must follow.
    String usedPassword() {
        return used;
    }

    StringProperty usernameProperty() {
        return username;
    }

    StringProperty passwordProperty() {
        return password;
    }

    ReadOnlyObjectProperty<ServerState> serverProperty() {
        return server.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<IngresoState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Why> whyProperty() {
        return why.getReadOnlyProperty();
    }
}
