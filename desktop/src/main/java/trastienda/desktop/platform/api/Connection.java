package trastienda.desktop.platform.api;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.Background;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What the connection pill shows, told by every call and by the socket.
public final class Connection {
    /// Silence up to this is a reconnection, longer is being offline.
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<ConnectionState> state =
            new ReadOnlyObjectWrapper<>(new ConnectionState.Online());
    private @Nullable Instant lost;
    private Instant heard;

    /// Starts as online; the first call tells better.
    public Connection(Background background, InstantSource clock) {
        this.background = background;
        this.clock = clock;
        this.heard = clock.instant();
    }

    /// The state, to follow; changes on the FX thread.
    public ReadOnlyObjectProperty<ConnectionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The server answered something, be it a refusal.
    void heard() {
        background.onFx(
                () -> {
                    lost = null;
                    heard = clock.instant();
                    set(new ConnectionState.Online());
                });
    }

    /// A call or the socket broke.
    void lost() {
        background.onFx(
                () -> {
                    var now = clock.instant();
                    if (lost == null) {
                        lost = now;
                        background.after(PATIENCE, this::check);
                    }
                    check();
                });
    }

    private void check() {
        var since = lost;
        if (since == null) {
            return;
        }
        set(
                clock.instant().isBefore(since.plus(PATIENCE))
                        ? new ConnectionState.Reconnecting()
                        : new ConnectionState.Offline(heard));
    }

    private void set(ConnectionState next) {
        if (!next.equals(state.get())) {
            state.set(next);
        }
    }
}
