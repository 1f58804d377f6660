package trastienda.desktop.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

class MadePasswordTest {
    @Test
    void keepsThePolicyWhateverTheDice() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var made = MadePassword.of("ana", random);
            assertThat(ClaveRules.isGood(made, "ana")).as(made).isTrue();
        }
    }

    @Test
    void isAnotherOneEachTime() {
        var random = new Random(7);
        assertThat(MadePassword.of("ana", random)).isNotEqualTo(MadePassword.of("ana", random));
    }

    @Test
    void doesNotContainAUserNameOfOneLetter() {
        var random = new Random(7);
        for (var i = 0; i < 500; i++) {
            assertThat(MadePassword.of("k", random)).doesNotContainIgnoringCase("k");
        }
    }
}
