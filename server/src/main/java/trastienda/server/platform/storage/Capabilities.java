package trastienda.server.platform.storage;

import java.util.ArrayList;
import java.util.List;

/// What a store was seen to do at start. The first five are needed; a store that lacks one is
/// reported. The others are known and never relied upon: retention, tags and holds live in
/// PostgreSQL. `sealed`: nobody reads without a signature.
public record Capabilities(
        boolean write,
        boolean metadata,
        boolean ranges,
        boolean links,
        boolean sealed,
        boolean conditionalPut,
        boolean versioning,
        boolean lifecycle,
        boolean objectLock) {

    /// What is needed and was not seen, in words for whoever runs the machine.
    public List<String> missing() {
        var missing = new ArrayList<String>();
        note(missing, write, "objects can be written and read");
        note(missing, metadata, "metadata of objects is kept");
        note(missing, ranges, "parts of objects can be read");
        note(missing, links, "temporary links work");
        note(missing, sealed, "the bucket is private");
        return List.copyOf(missing);
    }

    private static void note(List<String> missing, boolean seen, String what) {
        if (!seen) {
            missing.add(what);
        }
    }
}
