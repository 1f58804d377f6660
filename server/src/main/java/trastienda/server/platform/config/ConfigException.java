package trastienda.server.platform.config;

/// A setting that cannot be used. The message is one line for the person who starts the server and
/// begins with the variable's name.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String variable;

    public ConfigException(String variable, String reason) {
        super(variable + ": " + reason);
        this.variable = variable;
    }

    public ConfigException(String variable, String reason, Throwable cause) {
        super(variable + ": " + reason, cause);
        this.variable = variable;
    }

    /// The variable that is wrong.
    public String variable() {
        return variable;
    }
}
