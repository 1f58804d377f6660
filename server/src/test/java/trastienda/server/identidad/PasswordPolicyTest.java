package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

/// The passwords the server makes are such as it accepts.
class PasswordPolicyTest {
    @RepeatedTest(200)
    void makesWhatItAcceptsFromWhoeverHasAShortName() {
        for (var username : new String[] {"a", "f4", "ana", "laura.gomez"}) {
            var made = PasswordPolicy.temporary(username);
            assertThat(PasswordPolicy.check("clave", made, username)).isEmpty();
        }
    }
}
