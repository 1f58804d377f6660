package trastienda.desktop.platform.api;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/// The session's tokens, in memory only: they never reach a disk.
public final class Tokens {
    private final AtomicReference<trastienda.shared.identidad.@Nullable Tokens> held =
            new AtomicReference<>();

    /// What is held now, or null when nobody is signed in.
    public trastienda.shared.identidad.@Nullable Tokens get() {
        return held.get();
    }

    /// Holds new tokens; null forgets them.
    public void set(trastienda.shared.identidad.@Nullable Tokens tokens) {
        held.set(tokens);
    }
}
