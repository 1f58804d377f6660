package trastienda.desktop.identidad;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.identidad.Grupo;

import java.util.List;
import java.util.stream.Collectors;

/// The groups as people say them; a group that is not ours keeps its name.
public final class Grupos {
    private Grupos() {}

    /// A group in words.
    static String name(Grupo grupo) {
        return Text.now(
                switch (grupo) {
                    case ASESOR -> "identidad.grupo.asesor";
                    case BACKOFFICE -> "identidad.grupo.backoffice";
                    case SUPERVISORES -> "identidad.grupo.supervisores";
                    case CALIDAD -> "identidad.grupo.calidad";
                    case ADMINISTRADOR -> "identidad.grupo.administrador";
                });
    }

    /// The groups of a person in words, in the person's order.
    public static String names(List<String> grupos) {
        return grupos.stream()
                .map(grupo -> Grupo.of(grupo).map(Grupos::name).orElse(grupo))
                .collect(Collectors.joining(", "));
    }
}
