package trastienda.server.platform.db;

import trastienda.server.platform.config.ConfigException;
import trastienda.server.platform.config.Secret;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The embedded server's port and passwords, kept in one file that only its owner may read.
record EmbeddedCredentials(int port, Secret superuser, Secret owner, Secret app) {
    private static final String FILE = "credenciales";

    static EmbeddedCredentials random(int port) {
        return new EmbeddedCredentials(port, secret(), secret(), secret());
    }

    static boolean exist(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static EmbeddedCredentials read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        try {
            return new EmbeddedCredentials(
                    Integer.parseInt(properties.getProperty("puerto", "")),
                    new Secret(properties.getProperty("postgres", "")),
                    new Secret(properties.getProperty("trastienda_owner", "")),
                    new Secret(properties.getProperty("trastienda_app", "")));
        } catch (NumberFormatException broken) {
            throw new ConfigException("TRASTIENDA_DATA", "cannot read " + file, broken);
        }
    }

    EmbeddedCredentials withPort(int other) {
        return new EmbeddedCredentials(other, superuser, owner, app);
    }

    /// Replaces the file in one step, so that a crash leaves the old one or the new one.
    void write(Path folder) throws IOException {
        var properties = new Properties();
        properties.setProperty("puerto", Integer.toString(port));
        properties.setProperty("postgres", superuser.value());
        properties.setProperty("trastienda_owner", owner.value());
        properties.setProperty("trastienda_app", app.value());
        var text = new StringWriter();
        properties.store(text, null);
        var next = folder.resolve(FILE + ".nuevo");
        Files.deleteIfExists(next);
        writePrivate(next, text.toString());
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Writes a new file that nobody else could read at any moment.
    static void writePrivate(Path file, String text) throws IOException {
        if (posix()) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (posix()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static Secret secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }
}
