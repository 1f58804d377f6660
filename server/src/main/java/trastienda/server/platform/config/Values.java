package trastienda.server.platform.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads single variables and says what is wrong with them. A variable that is empty counts as not
/// set.
final class Values {
    private static final Pattern BYTES =
            Pattern.compile("([1-9][0-9]{0,12})\\s*(?:([kmgt])(?:ib)?)?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> environment;

    Values(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> text(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String text(String variable, String otherwise) {
        return text(variable).orElse(otherwise);
    }

    String required(String variable, String because) {
        return text(variable).orElseThrow(() -> new ConfigException(variable, because));
    }

    boolean flag(String variable, boolean otherwise) {
        @Nullable String value = text(variable).orElse(null);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new ConfigException(variable, "must be true or false, not " + value);
        };
    }

    int port(String variable, int otherwise, int least) {
        return text(variable).map(value -> port(variable, value, least)).orElse(otherwise);
    }

    static int port(String variable, String value, int least) {
        try {
            var port = Integer.parseInt(value);
            if (port >= least && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongPort(variable, value, least);
        }
        throw wrongPort(variable, value, least);
    }

    private static ConfigException wrongPort(String variable, String value, int least) {
        return new ConfigException(
                variable, "must be a port from " + least + " to 65535, not " + value);
    }

    /// A number of bytes, alone or with `KiB`, `MiB`, `GiB` or `TiB`.
    long bytes(String variable, long otherwise) {
        @Nullable String value = text(variable).orElse(null);
        if (value == null) {
            return otherwise;
        }
        var parts = BYTES.matcher(value);
        try {
            if (parts.matches()) {
                var unit = parts.group(2) == null ? "" : parts.group(2).toLowerCase(Locale.ROOT);
                var power = unit.isEmpty() ? 0 : "kmgt".indexOf(unit) + 1;
                return Math.multiplyExact(Long.parseLong(parts.group(1)), 1L << (10 * power));
            }
        } catch (ArithmeticException tooLarge) {
            throw new ConfigException(variable, "is more than can be counted: " + value, tooLarge);
        }
        throw new ConfigException(variable, "must be a size like 500MiB or 2GiB, not " + value);
    }

    /// An absolute path; a relative one counts from the working directory.
    Path path(String variable, Path otherwise) {
        return text(variable).map(value -> path(variable, value)).orElse(otherwise);
    }

    static Path path(String variable, String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException wrong) {
            throw new ConfigException(variable, "is not a path on this system", wrong);
        }
    }

    /// `host:port` as the seeds write it, or a whole http(s) address without a path.
    static URI endpoint(String variable, String value, boolean secure) {
        var whole = value.contains("://") ? value : (secure ? "https://" : "http://") + value;
        try {
            var uri = new URI(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
            var scheme = uri.getScheme();
            if (uri.getHost() == null
                    || !(scheme.equals("http") || scheme.equals("https"))
                    || (uri.getRawPath() != null && !uri.getRawPath().isEmpty())
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null) {
                throw wrongEndpoint(variable);
            }
            return uri;
        } catch (URISyntaxException wrong) {
            throw new ConfigException(variable, "is not an address like host:9000", wrong);
        }
    }

    private static ConfigException wrongEndpoint(String variable) {
        return new ConfigException(
                variable, "must be host:port or http(s)://host:port, without path or user");
    }
}
