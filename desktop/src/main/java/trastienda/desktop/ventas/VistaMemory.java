package trastienda.desktop.ventas;

import tools.jackson.core.JacksonException;

import trastienda.desktop.platform.settings.Settings;
import trastienda.shared.json.Json;
import trastienda.shared.ventas.FiltroVentas;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Tray, filter, sort and columns of a person across sessions, on this computer. The searched text
/// may name a customer and is not kept.
record VistaMemory(Settings settings, long person) {
    private static final String VISTA = "ventas.vista";
    private static final String COLUMNS = "ventas.columnas";

    Vista vista() {
        try {
            return settings.get(own(VISTA))
                    .map(kept -> Json.mapper().readValue(kept, Vista.class))
                    .filter(kept -> kept.bandeja() != null && kept.filtro() != null)
                    .filter(kept -> isKnown(kept.filtro().ordering()))
                    .orElseGet(Vista::first);
        } catch (JacksonException older) {
            return Vista.first();
        }
    }

    private String own(String name) {
        return name + "." + person;
    }

    private static boolean isKnown(String ordering) {
        return ordering != null
                && FiltroVentas.ORDERINGS.contains(
                        ordering.startsWith("-") ? ordering.substring(1) : ordering);
    }

    void keep(Vista vista) {
        var quiet = new Vista(vista.bandeja(), FilterEdits.q(vista.filtro(), null));
        settings.put(own(VISTA), Json.mapper().writeValueAsString(quiet));
    }

    /// The columns that are shown.
    ///
    /// @param first those of a person who has not chosen any yet
    Set<Columna> columns(Set<Columna> first) {
        var kept = EnumSet.noneOf(Columna.class);
        for (var name : settings.get(own(COLUMNS)).orElse("").split(",", -1)) {
            Arrays.stream(Columna.values())
                    .filter(columna -> columna.name().equals(name))
                    .forEach(kept::add);
        }
        return kept.isEmpty() ? first : kept;
    }

    void keepColumns(Set<Columna> columns) {
        settings.put(
                own(COLUMNS), columns.stream().map(Enum::name).collect(Collectors.joining(",")));
    }
}
