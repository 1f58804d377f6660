package trastienda.shared.ventas;

/// The check digit of a Colombian tax number (DIAN, Orden Administrativa 4 of 1989).
public final class Nit {
    private static final int[] WEIGHTS = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};

    private Nit() {}

    /// The check digit of a number of 1–15 digits.
    ///
    /// @throws IllegalArgumentException for anything else
    public static int checkDigit(String digits) {
        if (!digits.matches("\\d{1,15}")) {
            throw new IllegalArgumentException("not a tax number");
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * WEIGHTS[i];
        }
        int rest = sum % 11;
        return rest > 1 ? 11 - rest : rest;
    }
}
