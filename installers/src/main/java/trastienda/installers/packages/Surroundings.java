package trastienda.installers.packages;

import java.util.List;
import java.util.Map;

/// What a child of the build sees of the builder's environment: enough to run, and nothing that
/// could name a real database or store.
final class Surroundings {
    private static final List<String> NEEDED =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "DISPLAY", "XAUTHORITY");

    private Surroundings() {}

    /// Leaves the child these variables beside the few that it needs.
    static void only(ProcessBuilder child, Map<String, String> variables) {
        var environment = child.environment();
        environment.keySet().retainAll(NEEDED);
        environment.putAll(variables);
    }
}
