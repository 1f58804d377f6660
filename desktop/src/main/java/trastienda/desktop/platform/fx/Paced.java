package trastienda.desktop.platform.fx;

import java.time.Duration;

/// Does something a moment after it is asked for, and however often it is asked for again, not
/// before a pause has passed: for what many events make stale. For the FX thread.
public final class Paced {
    private final Background background;
    private final Duration moment;
    private final Duration pause;
    private final Runnable action;
    private Background.Running waiting = () -> {};
    private State state = State.IDLE;

    private enum State {
        IDLE,
        ASKED,
        PAUSING,
        ASKED_AGAIN
    }

    /// @param moment how soon it is done after a pause
    /// @param pause how long it is not done again
    public Paced(Background background, Duration moment, Duration pause, Runnable action) {
        this.background = background;
        this.moment = moment;
        this.pause = pause;
        this.action = action;
    }

    /// It should be done, soon.
    public void ask() {
        if (state == State.IDLE) {
            state = State.ASKED;
            waiting = background.after(moment, this::act);
        } else if (state == State.PAUSING) {
            state = State.ASKED_AGAIN;
        }
    }

    private void act() {
        state = State.PAUSING;
        waiting = background.after(pause, this::rested);
        action.run();
    }

    private void rested() {
        if (state == State.ASKED_AGAIN) {
            act();
        } else {
            state = State.IDLE;
        }
    }

    /// Forgets what was asked for.
    public void drop() {
        waiting.cancel();
        state = State.IDLE;
    }
}
