package trastienda.server.identidad;

/// What a new password's Argon2id hash costs whoever computes it.
///
/// @param kib memory, in KiB
/// @param rounds passes over it
public record HashCost(int kib, int rounds) {
    /// OWASP's recommendation for one lane.
    public static final HashCost STANDARD = new HashCost(19 * 1024, 2);

    String parameters() {
        return "m=" + kib + ",t=" + rounds + ",p=1";
    }
}
