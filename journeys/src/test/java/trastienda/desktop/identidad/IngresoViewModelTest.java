package trastienda.desktop.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import trastienda.desktop.platform.api.SessionState.Why;
import trastienda.desktop.testing.Clerk;
import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;

import java.time.Duration;

/// The sign-in before and after its server is there.
class IngresoViewModelTest {
    private final Line line = Line.to(Office.open().address());
    private final Clerk clerk = Clerk.at(line.url());

    private IngresoViewModel opened(Duration starting) {
        var model = new IngresoViewModel(clerk.signIn(), clerk.background(), starting);
        model.open(Why.START);
        return model;
    }

    @AfterEach
    void close() {
        clerk.close();
        line.close();
    }

    @Test
    void aServerThatIsStartingIsKnockedAtUntilItAnswers() {
        line.cut();
        var model = opened(Duration.ofMinutes(5));
        clerk.background().elapse(IngresoViewModel.KNOCK);
        assertThat(model.serverProperty().get()).isInstanceOf(ServerState.Asking.class);

        line.mend();
        clerk.background().elapse(IngresoViewModel.KNOCK);
        assertThat(model.serverProperty().get()).isInstanceOf(ServerState.Answers.class);

        line.cut();
        model.askServer();
        assertThat(model.serverProperty().get()).isInstanceOf(ServerState.Away.class);
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeAwayAndFoundWhenItComes() {
        line.cut();
        var model = opened(Duration.ZERO);
        assertThat(model.serverProperty().get()).isInstanceOf(ServerState.Away.class);

        line.mend();
        clerk.background().elapse(Duration.ofSeconds(5));
        assertThat(model.serverProperty().get()).isInstanceOf(ServerState.Answers.class);
    }
}
