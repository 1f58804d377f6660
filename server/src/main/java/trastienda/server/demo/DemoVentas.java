package trastienda.server.demo;

import org.jspecify.annotations.Nullable;

import trastienda.server.demo.DemoVenta.DemoArchivo;
import trastienda.server.demo.DemoVenta.Kind;
import trastienda.server.demo.DemoVenta.Mismatch;
import trastienda.server.demo.DemoVenta.Motivo;
import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Makes the sales: the same customers on every machine, dates counted back from the moment of the
/// first start.
final class DemoVentas {
    static final long SEED = 20_261_122L;
    static final int COUNT = 20_000;

    /// Waiting for a decision: pendiente_revision and cliente_confirma together.
    static final int WAITING = 400;

    static final int FILES = 2_000;

    private static final DateTimeFormatter NUMERO = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final List<String> BASES =
            List.of("Base de datos", "Referido campaña", "Campaña Facebook", "SMS");

    private static final List<EstadoLogistica> LOGISTICS =
            List.of(
                    EstadoLogistica.PENDIENTE_SEGUIMIENTO,
                    EstadoLogistica.PENDIENTE_SEGUIMIENTO,
                    EstadoLogistica.EN_TRANSITO,
                    EstadoLogistica.EN_TRANSITO,
                    EstadoLogistica.ENTREGADO,
                    EstadoLogistica.ENTREGADO,
                    EstadoLogistica.RECHAZADO);
    private static final List<Mismatch> MISMATCHES =
            List.of(
                    Mismatch.TELEFONO,
                    Mismatch.DOCUMENTO,
                    Mismatch.EXPEDICION,
                    Mismatch.NOMBRE,
                    Mismatch.NIP);

    /// How many there are in a state, and how many working days back they were registered.
    private record Share(int count, int newest, int oldest) {}

    private static final Map<EstadoVenta, Share> SHARES = shares();

    private final DemoDays days;
    private final DemoTitulares titulares = new DemoTitulares();

    DemoVentas(Instant now) {
        days = new DemoDays(now);
    }

    /// All sales in the order in which they were registered.
    List<DemoVenta> make() {
        var drafts = new ArrayList<Draft>(COUNT);
        for (var estado : EstadoVenta.values()) {
            var share = SHARES.get(estado);
            for (int n = 0; share != null && n < share.count; n++) {
                var random = new SplittableRandom(SEED * 31 + drafts.size());
                drafts.add(
                        new Draft(
                                estado,
                                n,
                                days.moment(random, share.newest, share.oldest),
                                random));
            }
        }
        drafts.sort(Comparator.comparing(Draft::creada));
        var withFile = withFile(drafts);
        var ventas = new ArrayList<DemoVenta>(COUNT);
        for (int i = 0; i < drafts.size(); i++) {
            ventas.add(venta(drafts.get(i), i, withFile[i]));
        }
        return ventas;
    }

    private record Draft(EstadoVenta estado, int n, Instant creada, SplittableRandom random) {
        boolean waits() {
            return estado == EstadoVenta.PENDIENTE_REVISION
                    || estado == EstadoVenta.CLIENTE_CONFIRMA;
        }
    }

    private DemoVenta venta(Draft draft, int index, boolean file) {
        var random = draft.random;
        var titular = DemoTitulares.titular(DemoDays.day(draft.creada), random);
        var line = titulares.line(random);
        var nip = random.nextInt(100_000);
        var motivo = DemoMotivos.of(draft.estado, draft.n, random);
        var ventana = ventana(draft, random);
        var entrega = entrega(draft, ventana, random);
        return new DemoVenta(
                "PORTA-" + NUMERO.format(draft.creada.atZone(DemoDays.BOGOTA)),
                draft.creada,
                actualizada(draft, random),
                draft.estado,
                logistica(draft.estado, random),
                portabilidad(draft.estado, random),
                titular,
                telefono(line, random),
                plan(random),
                line,
                draft.estado == EstadoVenta.COMPLETADA ? null : Integer.valueOf(nip),
                entrega,
                ventana,
                "2-" + (8_840_000_000L + 13L * index + random.nextInt(13)),
                BASES.get(Math.max(0, random.nextInt(8) - 4)),
                DemoMotivos.observacion(random),
                agente(draft, random),
                backoffice(draft, random),
                motivo,
                file ? archivo(draft, titular, index, motivo, nip) : null);
    }

    /// What waits has its change window from today to five days on; every one of the six days has
    /// some, weekends and holidays few.
    private LocalDate ventana(Draft draft, RandomGenerator random) {
        var today = days.today();
        if (!draft.waits()) {
            var start = DemoDays.day(draft.creada).plusDays(3L + random.nextInt(4));
            return random.nextInt(40) == 0 ? start : days.businessFrom(start);
        }
        if (draft.n < 12) {
            return today.plusDays(draft.n % 6);
        }
        var offset = random.nextInt(6);
        for (int tries = 0; tries < 6; tries++) {
            var day = today.plusDays((offset + tries) % 6);
            if (days.business(day)) {
                return day;
            }
        }
        return today.plusDays(offset);
    }

    private LocalDate entrega(Draft draft, LocalDate ventana, RandomGenerator random) {
        var first = DemoDays.day(draft.creada);
        var latest = ventana.minusDays(1);
        var wanted = first.plusDays(1L + random.nextInt(2));
        if (latest.isBefore(first)) {
            return ventana;
        }
        return wanted.isAfter(latest) ? latest : wanted;
    }

    private Instant actualizada(Draft draft, RandomGenerator random) {
        return draft.estado == EstadoVenta.PENDIENTE_REVISION
                ? draft.creada
                : days.after(
                        draft.creada, random, draft.estado == EstadoVenta.COMPLETADA ? 24 * 8 : 30);
    }

    private static String telefono(String line, RandomGenerator random) {
        var draw = random.nextInt(10);
        if (draw < 4) {
            return line;
        }
        return draw < 9 ? DemoTitulares.mobile(random) : DemoTitulares.landline(random);
    }

    private static DemoPlanes.DemoPlan plan(RandomGenerator random) {
        var draw = random.nextInt(100);
        for (var plan : DemoPlanes.ALL) {
            draw -= plan.weight();
            if (draw < 0) {
                return plan;
            }
        }
        return DemoPlanes.ALL.getFirst();
    }

    /// The first agent has a sale in every state and exactly five to correct.
    private static int agente(Draft draft, RandomGenerator random) {
        var first = draft.estado == EstadoVenta.DEVUELTA ? 5 : 2;
        if (draft.n < first) {
            return 0;
        }
        var agent = (int) (DemoPeople.AGENTS * Math.pow(random.nextDouble(), 1.25));
        return draft.estado == EstadoVenta.DEVUELTA && agent == 0 ? 1 + draft.n % 39 : agent;
    }

    private static int backoffice(Draft draft, RandomGenerator random) {
        return draft.estado == EstadoVenta.PENDIENTE_REVISION ? -1 : random.nextInt(3);
    }

    private static EstadoLogistica logistica(EstadoVenta estado, RandomGenerator random) {
        return switch (estado) {
            case COMPLETADA -> EstadoLogistica.ENTREGADO;
            case DIGITADA -> DemoNames.of(LOGISTICS, random);
            case CANCELADA ->
                    random.nextInt(3) == 0
                            ? EstadoLogistica.RECHAZADO
                            : EstadoLogistica.PENDIENTE_SEGUIMIENTO;
            default -> EstadoLogistica.PENDIENTE_SEGUIMIENTO;
        };
    }

    private static EstadoPortabilidad portabilidad(EstadoVenta estado, RandomGenerator random) {
        return switch (estado) {
            case COMPLETADA -> EstadoPortabilidad.PORTADA;
            case DIGITADA -> {
                var draw = random.nextInt(20);
                if (draw == 0) {
                    yield EstadoPortabilidad.RECHAZADA_DONANTE;
                }
                yield draw < 11 ? EstadoPortabilidad.SOLICITADA : EstadoPortabilidad.PROGRAMADA;
            }
            default -> EstadoPortabilidad.SIN_SOLICITAR;
        };
    }

    /// All that is open has its confronta but for a few that wait for it; then the newest of the
    /// others, until there are enough.
    private static boolean[] withFile(List<Draft> drafts) {
        var with = new boolean[drafts.size()];
        var left = FILES;
        for (int i = drafts.size() - 1; i >= 0; i--) {
            var draft = drafts.get(i);
            var open = draft.estado.compareTo(EstadoVenta.DIGITADA) <= 0;
            var missing =
                    (draft.estado == EstadoVenta.PENDIENTE_REVISION && draft.n % 11 == 7)
                            || (draft.estado == EstadoVenta.DEVUELTA && draft.n % 17 == 9);
            if (open && !missing) {
                with[i] = true;
                left--;
            }
        }
        for (int i = drafts.size() - 1; i >= 0 && left > 0; i--) {
            if (drafts.get(i).estado.compareTo(EstadoVenta.DIGITADA) > 0) {
                with[i] = true;
                left--;
            }
        }
        return with;
    }

    private static DemoArchivo archivo(
            Draft draft, DemoVenta.Titular titular, int index, @Nullable Motivo motivo, int nip) {
        var random = draft.random;
        var draw = random.nextInt(100);
        Kind kind;
        if (draw < 70) {
            kind = Kind.PDF;
        } else if (draw < 84) {
            kind = Kind.JPEG;
        } else if (draw < 90) {
            kind = Kind.PNG;
        } else {
            kind = draw < 96 ? Kind.DOCX : Kind.DOC;
        }
        var pages = kind == Kind.PDF ? 1 + Math.max(0, random.nextInt(5) - 2) : 1;
        var mismatch = DemoMotivos.mismatch(motivo);
        if (mismatch == Mismatch.NONE && draft.waits() && random.nextInt(14) == 0) {
            mismatch = DemoNames.of(MISMATCHES, random);
        }
        return new DemoArchivo(name(draft, titular, kind, index), kind, pages, mismatch, nip);
    }

    private static String name(Draft draft, DemoVenta.Titular titular, Kind kind, int index) {
        var surname = titular.nombre().split(" ");
        var stamp = NUMERO.format(draft.creada.atZone(DemoDays.BOGOTA));
        return switch (kind) {
            case JPEG -> "IMG_" + stamp.substring(0, 8) + "_" + stamp.substring(8) + ".jpg";
            case PNG -> "Captura " + stamp.substring(0, 8) + ".png";
            case DOC, DOCX -> "AUTORIZACIÓN " + titular.nombre() + "." + kind.extension;
            case PDF ->
                    index % 3 == 0
                            ? "Scan_%04d.pdf".formatted(index % 10_000)
                            : "confronta_"
                                    + DemoNames.plain(surname[Math.max(0, surname.length - 2)])
                                    + ".pdf";
        };
    }

    private static Map<EstadoVenta, Share> shares() {
        var shares = new EnumMap<EstadoVenta, Share>(EstadoVenta.class);
        shares.put(EstadoVenta.PENDIENTE_REVISION, new Share(320, 0, 3));
        shares.put(EstadoVenta.CLIENTE_CONFIRMA, new Share(WAITING - 320, 1, 3));
        shares.put(EstadoVenta.CLIENTE_NO_CONFIRMA, new Share(75, 1, 6));
        shares.put(EstadoVenta.ESCALAMIENTO, new Share(62, 1, 7));
        shares.put(EstadoVenta.VENTA_CON_ESCALAMIENTO, new Share(38, 2, 9));
        shares.put(EstadoVenta.ESCALAMIENTO_NO_SOLUCIONADO, new Share(27, 3, 14));
        shares.put(EstadoVenta.DEVUELTA, new Share(186, 0, 9));
        shares.put(EstadoVenta.APROBADA, new Share(164, 1, 3));
        shares.put(EstadoVenta.DIGITADA, new Share(610, 2, 10));
        shares.put(EstadoVenta.RECHAZADA, new Share(1_450, 2, Integer.MAX_VALUE));
        shares.put(EstadoVenta.CANCELADA, new Share(1_180, 2, Integer.MAX_VALUE));
        var others = shares.values().stream().mapToInt(Share::count).sum();
        shares.put(EstadoVenta.COMPLETADA, new Share(COUNT - others, 8, Integer.MAX_VALUE));
        return shares;
    }
}
