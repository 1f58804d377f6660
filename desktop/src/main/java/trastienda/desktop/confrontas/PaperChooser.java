package trastienda.desktop.confrontas;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.confrontas.ArchivoLimits;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The system's own window to choose a file of the kinds that the server takes.
final class PaperChooser {
    private PaperChooser() {}

    static Optional<Path> choose(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(Text.now("confrontas.elegir.titulo"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                Text.now("confrontas.elegir.tipos"),
                                ArchivoLimits.TYPES.keySet().stream()
                                        .flatMap(
                                                end -> Stream.of(end, end.toUpperCase(Locale.ROOT)))
                                        .map(end -> "*." + end)
                                        .sorted()
                                        .toList()));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
