package trastienda.desktop.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

final class VaultTest {
    @TempDir Path home;

    private VaultFolder folder() throws IOException {
        return Vault.open(home.resolve("v"), SystemKeys.none()).folder("spool");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
    void givesBackWhatWasPutInWhateverItsSize(int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try (var draft = folder().create("a")) {
            draft.out().write(bytes);
            draft.finish();
        }
        try (var in = folder().open("a")) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void keepsNoClearByteOnTheDisk() throws IOException {
        var secret = "Autorización de María Fernanda".getBytes(UTF_8);
        folder().write("small", secret);
        try (var draft = folder().create("large")) {
            draft.out().write(secret);
            draft.finish();
        }
        for (var name : List.of("small", "large")) {
            var raw = new String(Files.readAllBytes(home.resolve("v/spool/" + name)), UTF_8);
            assertThat(raw).doesNotContain("Fernanda");
        }
    }

    @Test
    void onlyTheOwnerCanReadKeyAndFiles() throws IOException {
        folder().write("a", new byte[3]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("v"))))
                .isEqualTo("rwx------");
        var file = home.resolve("v/spool/a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void noticesAFileThatWasCutChangedOrExchanged() throws IOException {
        for (var name : List.of("cut", "changed", "exchanged")) {
            try (var draft = folder().create(name)) {
                draft.out().write(new byte[200_000]);
                draft.finish();
            }
        }
        var cut = home.resolve("v/spool/cut");
        var frames = 7 + 2 * (65_536 + 16);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), frames));
        var changed = home.resolve("v/spool/changed");
        var bytes = Files.readAllBytes(changed);
        bytes[100_000] ^= 1;
        Files.write(changed, bytes);
        Files.move(home.resolve("v/spool/exchanged"), home.resolve("v/spool/other"));
        for (var name : List.of("cut", "changed", "other")) {
            try (var in = folder().open(name)) {
                assertThatThrownBy(in::readAllBytes).as(name).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void leavesNothingOfADraftThatWasNotFinished() throws IOException {
        try (var draft = folder().create("a")) {
            draft.out().write(1);
        }
        Files.write(home.resolve("v/spool/crashed.tmp"), new byte[5]);
        folder().sweep();
        assertThat(home.resolve("v/spool")).isEmptyDirectory();
    }

    @Test
    void wrapsTheKeyWhereTheSystemHasAKeyStore() throws IOException {
        var ring = new FakeRing();
        Vault.open(home.resolve("v"), ring).folder("d").write("a", "hola".getBytes(UTF_8));
        assertThat(Files.readAllBytes(key())[0]).isEqualTo((byte) 1);
        assertThat(Vault.open(home.resolve("v"), ring).folder("d").read("a"))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString(UTF_8).isEqualTo("hola"));
    }

    @Test
    void startsAnewAndKeepsTheOldFilesWhenTheSystemForgotTheKey() throws IOException {
        Vault.open(home.resolve("v"), new FakeRing()).folder("d").write("a", new byte[1]);
        var fresh = Vault.open(home.resolve("v"), SystemKeys.none());
        assertThat(fresh.folder("d").names()).isEmpty();
        assertThat(home.resolve("v.cerrada-1/d/a")).exists();
    }

    @Test
    void aKeyringProtectsTheKeyUnderASecretOfItsOwn() {
        Map<String, String> kept = new HashMap<>();
        Command ring =
                (program, input) -> {
                    var name = program.getLast();
                    if (program.contains("store")) {
                        kept.put(name, input);
                        return Optional.of("");
                    }
                    return Optional.ofNullable(kept.get(name));
                };
        var keys = new KeyringKeys(ring, KeyringKeys.Tool.SECRET_TOOL);
        var key = new byte[32];
        var wrapped = keys.protect(key).orElseThrow();
        assertThat(keys.reveal(wrapped)).hasValueSatisfying(b -> assertThat(b).isEqualTo(key));
        kept.clear();
        assertThat(keys.reveal(wrapped)).isEmpty();
    }

    private Path key() {
        return home.resolve("v/llave");
    }

    private static final class FakeRing implements SystemKeys {
        @Override
        public Optional<byte[]> protect(byte[] key) {
            return Optional.of(reversed(key));
        }

        @Override
        public Optional<byte[]> reveal(byte[] kept) {
            return Optional.of(reversed(kept));
        }

        private static byte[] reversed(byte[] bytes) {
            var other = bytes.clone();
            for (var i = 0; i < bytes.length; i++) {
                other[i] = bytes[bytes.length - 1 - i];
            }
            return other;
        }
    }
}
