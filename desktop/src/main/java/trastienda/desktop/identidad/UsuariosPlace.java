package trastienda.desktop.identidad;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fxml;
import trastienda.desktop.platform.fx.Screen;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.PaletteAction;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.ui.Surface;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Usuario;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/// *Usuarios*, for administrators.
final class UsuariosPlace implements Place {
    private static final int MOST = 5;

    private final UsuariosApi api;
    private final Background background;
    private final Surface surface;
    private final BooleanSupplier allowed;
    private final UsuariosViewModel model;
    private @Nullable UsuariosScreen screen;

    UsuariosPlace(
            UsuariosApi api, Background background, Surface surface, BooleanSupplier allowed) {
        this.api = api;
        this.background = background;
        this.surface = surface;
        this.allowed = allowed;
        this.model = new UsuariosViewModel(api, background);
    }

    @Override
    public String id() {
        return "usuarios";
    }

    @Override
    public String titleKey() {
        return "identidad.usuarios.titulo";
    }

    @Override
    public String icon() {
        return "fth-users";
    }

    @Override
    public Group group() {
        return Group.ADMINISTRACION;
    }

    @Override
    public Permiso permission() {
        return Permiso.USUARIOS_ADMINISTRAR;
    }

    @Override
    public Screen open() {
        var made = screen;
        if (made == null) {
            made = new UsuariosScreen();
            screen = made;
        }
        return made;
    }

    @Override
    public List<PaletteAction> actions() {
        return List.of(
                new PaletteAction(
                        "identidad.usuarios.nuevo", "fth-user-plus", List.of(), () -> edit(null)),
                new PaletteAction(
                        "identidad.usuarios.importar", "fth-upload", List.of(), this::importCsv));
    }

    private void edit(@Nullable Usuario person) {
        new UsuarioSheet(api, background, surface, person, model::replace).open();
    }

    private void importCsv() {
        new ImportSheet(api, background, surface, model::load).open();
    }

    /// People by name, for the palette.
    Finder finder() {
        return new Finder() {
            @Override
            public String headingKey() {
                return "identidad.usuarios.personas";
            }

            @Override
            public String place() {
                return id();
            }

            @Override
            public boolean isOpen() {
                return allowed.getAsBoolean();
            }

            @Override
            public int shortest() {
                return 2;
            }

            @Override
            public List<Found> find(String text) throws IOException {
                return api.page(text, null, 1).results().stream()
                        .limit(MOST)
                        .map(
                                person ->
                                        new Found(
                                                "fth-user",
                                                person.nombre().isBlank()
                                                        ? person.username()
                                                        : person.nombre(),
                                                person.username()
                                                        + ", "
                                                        + Grupos.names(person.grupos()),
                                                null,
                                                () -> edit(person)))
                        .toList();
            }
        };
    }

    private final class UsuariosScreen implements Screen {
        private final UsuariosController controller =
                new UsuariosController(
                        model,
                        surface.theme(),
                        UsuariosPlace.this::edit,
                        () -> UsuariosPlace.this.edit(null),
                        UsuariosPlace.this::importCsv);
        private final Parent node = Fxml.load(controller, "Usuarios.fxml");

        @Override
        public Parent node() {
            return node;
        }

        @Override
        public void shown() {
            model.load();
            controller.focus();
        }
    }
}
