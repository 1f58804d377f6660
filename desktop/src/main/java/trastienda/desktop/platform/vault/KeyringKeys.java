package trastienda.desktop.platform.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// macOS and Linux: a random secret in the keychain or secret service protects the key. What is
/// kept in the file is the secret's name and the key sealed under it.
record KeyringKeys(Command command, Tool tool) implements SystemKeys {
    private static final int NAME = 32;

    /// The program that reaches the key store.
    enum Tool {
        SECRET_TOOL,
        SECURITY
    }

    @Override
    public Optional<byte[]> protect(byte[] key) {
        var name = HexFormat.of().formatHex(Gcm.random(NAME / 2));
        var secret = Gcm.random(Gcm.KEY);
        var text = Base64.getEncoder().encodeToString(secret);
        if (store(name, text).isEmpty() || !find(name).equals(Optional.of(text))) {
            return Optional.empty();
        }
        var head = name.getBytes(StandardCharsets.US_ASCII);
        var sealed = Gcm.seal(Gcm.key(secret), key, head);
        var kept = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, kept, head.length, sealed.length);
        return Optional.of(kept);
    }

    @Override
    public Optional<byte[]> reveal(byte[] kept) {
        if (kept.length <= NAME) {
            return Optional.empty();
        }
        var head = Arrays.copyOf(kept, NAME);
        return find(new String(head, StandardCharsets.US_ASCII))
                .map(text -> Gcm.key(Base64.getDecoder().decode(text)))
                .flatMap(
                        secret ->
                                Gcm.open(
                                        secret, Arrays.copyOfRange(kept, NAME, kept.length), head));
    }

    private Optional<String> store(String name, String text) {
        return switch (tool) {
            case SECRET_TOOL ->
                    command.run(
                            List.of(
                                    "secret-tool",
                                    "store",
                                    "--label=Trastienda",
                                    "service",
                                    "trastienda",
                                    "account",
                                    name),
                            text);
            case SECURITY ->
                    command.run(
                            List.of("security", "-i"),
                            "add-generic-password -U -s trastienda -a "
                                    + name
                                    + " -w "
                                    + text
                                    + "\n");
        };
    }

    private Optional<String> find(String name) {
        return switch (tool) {
            case SECRET_TOOL ->
                    command.run(
                            List.of(
                                    "secret-tool",
                                    "lookup",
                                    "service",
                                    "trastienda",
                                    "account",
                                    name),
                            "");
            case SECURITY ->
                    command.run(
                            List.of(
                                    "security",
                                    "find-generic-password",
                                    "-s",
                                    "trastienda",
                                    "-a",
                                    name,
                                    "-w"),
                            "");
        };
    }
}
