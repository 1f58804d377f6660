package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void hashesAtTheStandardsCostAsDjangoReadsIt() {
        var passwords = new Passwords(Hashing.REAL, HashCost.STANDARD);
        var hash = passwords.hash("Clave-de-prueba-1");
        assertThat(hash).startsWith("argon2$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(129);
        assertThat(passwords.check("Clave-de-prueba-1", hash)).isEqualTo(Passwords.Match.YES);
        assertThat(passwords.check("clave-de-prueba-1", hash)).isEqualTo(Passwords.Match.NO);
    }
}
