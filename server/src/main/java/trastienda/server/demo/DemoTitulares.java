package trastienda.server.demo;

import trastienda.shared.ventas.Nit;
import trastienda.shared.ventas.TipoDocumento;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Customers, their documents and telephone numbers, valid by the rules of a sale.
final class DemoTitulares {
    private static final int[] MOBILE = {
        300, 301, 302, 304, 305, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322,
        323, 350, 351
    };
    private static final int[] AREA = {601, 602, 604, 605, 606, 607, 608};

    private final Set<String> lines = new HashSet<>();

    /// Somebody whose document is older than their sale.
    static DemoVenta.Titular titular(LocalDate sale, RandomGenerator random) {
        var expedicion = sale.minusDays(200 + random.nextInt(9_000));
        var ciudad = DemoNames.city(random);
        var draw = random.nextInt(1000);
        if (draw < 915) {
            return new DemoVenta.Titular(
                    TipoDocumento.CC, cc(random), null, expedicion, ciudad, name(random));
        }
        if (draw < 945) {
            return new DemoVenta.Titular(
                    TipoDocumento.CE,
                    digits(random, 6 + random.nextInt(2)),
                    null,
                    expedicion,
                    ciudad,
                    name(random));
        }
        if (draw < 970) {
            return new DemoVenta.Titular(
                    TipoDocumento.PPT,
                    digits(random, 7),
                    null,
                    sale.minusDays(60 + random.nextInt(900)),
                    ciudad,
                    name(random));
        }
        if (draw < 980) {
            var letters =
                    "" + (char) ('A' + random.nextInt(26)) + (char) ('A' + random.nextInt(26));
            return new DemoVenta.Titular(
                    TipoDocumento.PP,
                    letters + digits(random, 6),
                    null,
                    sale.minusDays(60 + random.nextInt(3_000)),
                    ciudad,
                    name(random));
        }
        var nit = (random.nextBoolean() ? "900" : "830") + digits(random, 6);
        return new DemoVenta.Titular(
                TipoDocumento.NIT,
                nit,
                Integer.toString(Nit.checkDigit(nit)),
                expedicion,
                ciudad,
                DemoNames.company(random));
    }

    /// A mobile number that no other sale of the demo has.
    String line(RandomGenerator random) {
        while (true) {
            var line = mobile(random);
            if (lines.add(line)) {
                return line;
            }
        }
    }

    static String mobile(RandomGenerator random) {
        return MOBILE[random.nextInt(MOBILE.length)] + digits(random, 7);
    }

    static String landline(RandomGenerator random) {
        return AREA[random.nextInt(AREA.length)] + "" + (2 + random.nextInt(7)) + digits(random, 6);
    }

    private static String name(RandomGenerator random) {
        return DemoNames.person(random);
    }

    private static String cc(RandomGenerator random) {
        return random.nextInt(10) < 6
                ? Integer.toString(12_000_000 + random.nextInt(82_000_000))
                : Integer.toString(1_000_000_000 + random.nextInt(250_000_000));
    }

    private static String digits(RandomGenerator random, int count) {
        var text = new StringBuilder();
        text.append((char) ('1' + random.nextInt(9)));
        while (text.length() < count) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
