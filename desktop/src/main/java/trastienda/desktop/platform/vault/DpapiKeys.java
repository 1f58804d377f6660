package trastienda.desktop.platform.vault;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Windows: DPAPI for the current user, through PowerShell.
record DpapiKeys(Command command) implements SystemKeys {
    @Override
    public Optional<byte[]> protect(byte[] key) {
        return run("Protect", key);
    }

    @Override
    public Optional<byte[]> reveal(byte[] kept) {
        return run("Unprotect", kept);
    }

    private Optional<byte[]> run(String verb, byte[] bytes) {
        var script =
                "Add-Type -AssemblyName System.Security;"
                        + "[Convert]::ToBase64String([Security.Cryptography.ProtectedData]::"
                        + verb
                        + "([Convert]::FromBase64String([Console]::In.ReadLine()),$null,"
                        + "'CurrentUser'))";
        return command.run(
                        List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", script),
                        Base64.getEncoder().encodeToString(bytes) + "\n")
                .map(text -> Base64.getDecoder().decode(text));
    }
}
