package trastienda.desktop.platform.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.SecretKey;

/// The sealed folder of one person on one device.
public final class Vault {
    private static final String KEY_FILE = "llave";
    private static final byte BY_PERMISSIONS = 0;
    private static final byte BY_SYSTEM = 1;

    private final Path folder;
    private final SecretKey key;

    private Vault(Path folder, SecretKey key) {
        this.folder = folder;
        this.key = key;
    }

    /// Opens the vault in a folder, making it and its random key the first time. A key that the
    /// system no longer gives back leaves the old files aside (folder name with `.cerrada`), never
    /// deleted, and starts a new vault.
    public static Vault open(Path folder, SystemKeys keys) throws IOException {
        PrivateFiles.folder(folder);
        var file = folder.resolve(KEY_FILE);
        if (Files.exists(file)) {
            var kept = stored(Files.readAllBytes(file), keys);
            if (kept.isPresent()) {
                return new Vault(folder, Gcm.key(kept.get()));
            }
            Files.move(folder, aside(folder));
            PrivateFiles.folder(folder);
        }
        var key = Gcm.random(Gcm.KEY);
        var wrapped = keys.protect(key);
        var content =
                wrapped.map(bytes -> prefixed(BY_SYSTEM, bytes))
                        .orElseGet(() -> prefixed(BY_PERMISSIONS, key));
        var written = PrivateFiles.file(folder.resolve(KEY_FILE + ".tmp"));
        Files.write(written, content);
        PrivateFiles.settle(written, file);
        return new Vault(folder, Gcm.key(key));
    }

    /// A folder inside the vault.
    public VaultFolder folder(String name) throws IOException {
        return new VaultFolder(PrivateFiles.folder(folder.resolve(name)), key);
    }

    private static Optional<byte[]> stored(byte[] content, SystemKeys keys) {
        if (content.length == 0) {
            return Optional.empty();
        }
        var rest = Arrays.copyOfRange(content, 1, content.length);
        return (content[0] == BY_SYSTEM ? keys.reveal(rest) : Optional.of(rest))
                .filter(bytes -> bytes.length == Gcm.KEY);
    }

    private static byte[] prefixed(byte kind, byte[] bytes) {
        var content = new byte[bytes.length + 1];
        content[0] = kind;
        System.arraycopy(bytes, 0, content, 1, bytes.length);
        return content;
    }

    private static Path aside(Path folder) {
        var number = 1;
        var name = folder.getFileName() + ".cerrada-";
        while (Files.exists(folder.resolveSibling(name + number))) {
            number++;
        }
        return folder.resolveSibling(name + number);
    }
}
