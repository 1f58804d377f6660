package trastienda.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The plans that are sold. Prices in pesos, 19 % of tax included in the first.
final class DemoPlanes {
    /// A plan; `weight` says how often it sells, 0 for one that is no longer offered.
    record DemoPlan(
            String codigo, String nombre, String caracteristicas, BigDecimal cfm, int weight) {
        BigDecimal sinIva() {
            return cfm.divide(new BigDecimal("1.19"), 2, RoundingMode.HALF_UP);
        }
    }

    static final List<DemoPlan> ALL =
            List.of(
                    plan("POS-15", "Pospago 15 GB Control", "15 GB|Minutos ilimitados", 32_990, 9),
                    plan("POS-20", "Pospago 20 GB", "20 GB|Minutos ilimitados|500 SMS", 39_990, 17),
                    plan(
                            "POS-25",
                            "Pospago 25 GB Plus",
                            "25 GB|Minutos y SMS ilimitados",
                            44_990,
                            19),
                    plan(
                            "POS-40",
                            "Pospago 40 GB Ilimitado",
                            "40 GB|Minutos y SMS ilimitados|Redes sin consumo",
                            54_990,
                            25),
                    plan(
                            "POS-60",
                            "Pospago 60 GB Ilimitado",
                            "60 GB|Minutos y SMS ilimitados|Roaming 1 GB",
                            62_990,
                            13),
                    plan(
                            "POS-80",
                            "Pospago 80 GB Ilimitado",
                            "80 GB|Minutos y SMS ilimitados|Roaming 2 GB",
                            69_990,
                            8),
                    plan(
                            "POS-120",
                            "Pospago 120 GB Ilimitado",
                            "120 GB|Compartir 20 GB|Roaming 5 GB",
                            79_990,
                            5),
                    plan(
                            "POS-TOT",
                            "Pospago Ilimitado Total",
                            "Datos ilimitados|Compartir 40 GB|Roaming 8 GB",
                            94_990,
                            3),
                    plan(
                            "POS-FAM",
                            "Pospago Familia 3 líneas",
                            "3 líneas|100 GB compartidos|Minutos ilimitados",
                            139_990,
                            1),
                    plan("POS-10", "Pospago 10 GB (2025)", "10 GB|Minutos ilimitados", 29_990, 0));

    private DemoPlanes() {}

    private static DemoPlan plan(
            String codigo, String nombre, String caracteristicas, int cfm, int weight) {
        return new DemoPlan(codigo, nombre, caracteristicas, BigDecimal.valueOf(cfm), weight);
    }
}
