package trastienda.desktop.identidad;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.shared.http.Page;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.ClaveNueva;
import trastienda.shared.identidad.FilaImportada;
import trastienda.shared.identidad.Usuario;
import trastienda.shared.identidad.UsuarioCambio;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The server's people. Every call blocks.
record UsuariosApi(ApiClient client) {
    static final int PAGE = 100;

    /// Longer than the server may take for the largest file: a made password is told only once.
    private static final Duration WHOLE_IMPORT = Duration.ofMinutes(4);

    Page<Usuario> page(String q, @Nullable Boolean activo, int page) throws IOException {
        return client.get(Paths.USUARIOS)
                .query("q", q.isBlank() ? null : q.strip())
                .query("activo", activo)
                .query("page", page)
                .query("page_size", PAGE)
                .as(new TypeReference<Page<Usuario>>() {});
    }

    Usuario create(UsuarioCambio wanted) throws IOException {
        return client.post(Paths.USUARIOS).json(wanted).as(Usuario.class);
    }

    Usuario change(long id, UsuarioCambio wanted) throws IOException {
        return client.patch(Paths.fill(Paths.USUARIO, id)).json(wanted).as(Usuario.class);
    }

    ClaveNueva reset(long id) throws IOException {
        return client.post(Paths.fill(Paths.USUARIO_CLAVE, id)).as(ClaveNueva.class);
    }

    List<FilaImportada> importCsv(String csv, boolean onlyGood) throws IOException {
        return client.post(Paths.USUARIOS_IMPORTAR)
                .query("solo_buenas", onlyGood)
                .text(csv, "text/csv; charset=utf-8")
                .patient(WHOLE_IMPORT)
                .as(new TypeReference<List<FilaImportada>>() {});
    }
}
