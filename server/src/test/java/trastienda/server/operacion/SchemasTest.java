package trastienda.server.operacion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.shared.json.Json;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.VentaDatos;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

class SchemasTest {
    @Test
    void namesTheFieldsAsTheyTravel() {
        var plan =
                new Plan(
                        1,
                        "P40",
                        "Pospago 40",
                        "a|b",
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        "activo",
                        "portabilidad");
        var schemas = new Schemas();
        schemas.of(Plan.class);
        schemas.of(VentaDatos.class);

        assertThat(properties(schemas, "Plan").keySet())
                .containsExactlyElementsOf(Json.mapper().valueToTree(plan).propertyNames());
        assertThat(properties(schemas, "VentaDatos"))
                .containsKeys("numero_a_portar", "plan_adquiere");
    }

    @Test
    void saysWhichFieldsMayBeAbsent() {
        var schemas = new Schemas();
        schemas.of(VentaDatos.class);

        assertThat(String.valueOf(properties(schemas, "VentaDatos").get("version")))
                .contains("null");
        assertThat(String.valueOf(schemas.components().get("VentaDatos")))
                .doesNotContain("required");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Schemas schemas, String type) {
        var schema = Objects.requireNonNull((Map<String, Object>) schemas.components().get(type));
        return Objects.requireNonNull((Map<String, Object>) schema.get("properties"));
    }
}
