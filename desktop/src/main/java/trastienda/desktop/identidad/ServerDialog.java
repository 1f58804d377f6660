package trastienda.desktop.identidad;

import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.ServerAddress;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.settings.Settings;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FieldBox;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.desktop.platform.ui.Surface;

/// Asks for another server.
record ServerDialog(ApiClient api, Surface surface, Settings settings, Runnable changed) {
    void open() {
        var field = new TextField(api.server().url().toString().replaceAll("/$", ""));
        field.setId("servidor-direccion");
        var box = new FieldBox(Text.of("identidad.servidor.direccion"), field, false);
        box.hint(Text.of("identidad.servidor.ayuda"));
        var buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var opened = surface.dialogs().show(Text.of("identidad.servidor.titulo"), box, buttons);
        var save = Buttons.text(Text.of("identidad.servidor.usar"), () -> use(field, box, opened));
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        buttons.getChildren()
                .addAll(Buttons.text(Text.of("dialogo.cancelar"), opened::close), save);
        field.requestFocus();
        field.selectAll();
    }

    private void use(TextField field, FieldBox box, Overlays.Opened opened) {
        var address = ServerAddress.parse(field.getText());
        if (address.isEmpty()) {
            box.error(
                    Text.of(
                            ServerAddress.isPlainHttpElsewhere(field.getText())
                                    ? "identidad.servidor.sin_cifrar"
                                    : "identidad.servidor.mal"));
            return;
        }
        api.use(address.get());
        settings.put(IdentidadFeature.SERVER, address.get().url().toString());
        opened.close();
        changed.run();
    }
}
