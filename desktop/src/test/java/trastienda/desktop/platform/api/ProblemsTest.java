package trastienda.desktop.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void readsTheServersRefusalOfAnotherProtocolAsTheSignInsOwnStates() {
        assertThat(failure(426, "{\"status\":426,\"code\":\"programa_viejo\",\"errors\":[]}"))
                .isEqualTo(new ApiFailure.TooOld());
        assertThat(failure(426, "{\"status\":426,\"code\":\"programa_nuevo\",\"errors\":[]}"))
                .isEqualTo(new ApiFailure.TooNew());
    }

    @Test
    void readsAProxysPageByItsStatus() {
        assertThat(failure(503, "<html>busy</html>"))
                .isInstanceOfSatisfying(
                        ApiFailure.Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(503));
    }

    private static ApiFailure failure(int status, String body) {
        return ApiFailure.of(Problems.exception(Problems.read(status, body, null)));
    }
}
