package trastienda.installers.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ServerTrainingTest {
    @Test
    void theTrialsAdministratorHasAnotherPasswordEachTimeAndItIsNeverShown() {
        var one = ServerTraining.Admin.fresh();
        var two = ServerTraining.Admin.fresh();
        assertThat(one.password()).isNotEqualTo(two.password()).hasSizeGreaterThan(20);
        assertThat(one.password()).matches("(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*-).*");
        assertThat(one.password()).doesNotContainIgnoringCase(one.name());
        assertThat(one.toString()).doesNotContain(one.password());
    }
}
