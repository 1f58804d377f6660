package trastienda.shared.confrontas;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The confronta's limits (seed 000, 10.2), checked by the desktop before sending and by the server
/// on what arrived.
public final class ArchivoLimits {
    /// The largest confronta in bytes.
    public static final long MAX_BYTES = 10_485_760;

    /// The extensions accepted, with the media type each stands for.
    public static final Map<String, String> TYPES =
            Map.of(
                    "pdf", "application/pdf",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "png", "image/png",
                    "doc", "application/msword",
                    "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private ArchivoLimits() {}

    /// The media type a file name's extension stands for, or empty when it is not accepted.
    public static Optional<String> typeOf(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        TYPES.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
