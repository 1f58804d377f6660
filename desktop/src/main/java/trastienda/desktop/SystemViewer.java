package trastienda.desktop;

import javafx.application.HostServices;

import trastienda.desktop.confrontas.Viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Opens a file with the program that this system keeps for it. On Linux JavaFX does not tell when
/// there is none, so `xdg-open` is asked, which does.
record SystemViewer(HostServices host) implements Viewer {
    /// A program that is still there after so long has opened the file.
    private static final long SECONDS = 4;

    @Override
    public void show(Path file) throws IOException {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            open("xdg-open", file);
        } else {
            host.showDocument(file.toUri().toString());
        }
    }

    /// @throws IOException when the program is not there, or says that it did not open the file
    static void open(String program, Path file) throws IOException {
        var process =
                new ProcessBuilder(program, file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
