package trastienda.desktop.platform.api;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.Background;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.identidad.Yo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The signed-in person and the tokens, which live in memory only.
public final class Session {
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<SessionState> state =
            new ReadOnlyObjectWrapper<>(new SessionState.SignedOut(SessionState.Why.START));
    private @Nullable Held held;

    /// A session that nobody is in.
    public Session(Background background, InstantSource clock) {
        this.background = background;
        this.clock = clock;
    }

    /// Who is in, to follow; changes on the FX thread.
    public ReadOnlyObjectProperty<SessionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The signed-in person.
    public Optional<Yo> yo() {
        return state.get() instanceof SessionState.SignedIn(var yo)
                ? Optional.of(yo)
                : Optional.empty();
    }

    /// Whether the signed-in person may do something.
    public boolean may(Permiso permiso) {
        return yo().map(yo -> yo.permisos().contains(permiso.codigo())).orElse(false);
    }

    /// Takes a person in; on the FX thread, after [#hold].
    void enter(Yo yo) {
        state.set(new SessionState.SignedIn(yo));
    }

    /// Forgets tokens and person, from any thread.
    public void leave(SessionState.Why why) {
        synchronized (this) {
            held = null;
        }
        background.onFx(
                () -> {
                    if (state.get() instanceof SessionState.SignedIn) {
                        state.set(new SessionState.SignedOut(why));
                    }
                });
    }

    synchronized void hold(Tokens tokens) {
        held =
                new Held(
                        tokens.accessToken(),
                        tokens.refreshToken(),
                        clock.instant().plusSeconds(tokens.expiresIn()));
    }

    synchronized @Nullable Held held() {
        return held;
    }

    boolean isOld(Held tokens) {
        return clock.instant().isAfter(tokens.expires().minusSeconds(30));
    }

    record Held(String access, String refresh, Instant expires) {
        @Override
        public String toString() {
            return "Held[expires=" + expires + "]";
        }
    }
}
