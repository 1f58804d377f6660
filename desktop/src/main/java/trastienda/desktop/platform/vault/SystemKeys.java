package trastienda.desktop.platform.vault;

import java.util.Optional;

/// What the operating system offers to protect a key with. Every answer may be empty: no key store,
/// a locked one, a command that failed.
public interface SystemKeys {
    /// Protects a key; the answer can be kept in a file.
    Optional<byte[]> protect(byte[] key);

    /// The key behind an answer of [#protect], on the same device and for the same person.
    Optional<byte[]> reveal(byte[] kept);

    /// A system without a key store: the key's file is protected by its permissions alone.
    static SystemKeys none() {
        return new SystemKeys() {
            @Override
            public Optional<byte[]> protect(byte[] key) {
                return Optional.empty();
            }

            @Override
            public Optional<byte[]> reveal(byte[] kept) {
                return Optional.empty();
            }
        };
    }

    /// The key store of this system, reached through its own command so that no native library is
    /// needed: DPAPI on Windows, the keychain on macOS, the secret service on Linux.
    static SystemKeys ofThisSystem() {
        var os = System.getProperty("os.name", "");
        if (os.startsWith("Windows")) {
            return new DpapiKeys(Command.SYSTEM);
        }
        return new KeyringKeys(
                Command.SYSTEM,
                os.startsWith("Mac") ? KeyringKeys.Tool.SECURITY : KeyringKeys.Tool.SECRET_TOOL);
    }
}
