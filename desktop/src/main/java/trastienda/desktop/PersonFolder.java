package trastienda.desktop;

import trastienda.desktop.platform.api.ServerAddress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a person's sealed files lie: people of two servers may have the same number.
final class PersonFolder {
    private PersonFolder() {}

    /// `personas/HOST_PORT/ID`. A folder from before servers were told apart goes to the first of
    /// them at which a person with its number signs in, as it did then.
    static Path of(Path data, ServerAddress server, long id) throws IOException {
        var people = data.resolve("personas");
        var name = server.url().host().replaceAll("[^A-Za-z0-9.-]", "-");
        var own = people.resolve(name + "_" + server.url().port()).resolve(String.valueOf(id));
        var former = people.resolve(String.valueOf(id));
        if (Files.isDirectory(former) && !Files.exists(own)) {
            Files.createDirectories(own.getParent());
            Files.move(former, own);
        }
        return own;
    }
}
