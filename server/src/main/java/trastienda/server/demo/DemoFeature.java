package trastienda.server.demo;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.StoreException;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.operacion.CuentaDemo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The demo: made only when `TRASTIENDA_DEMO` is on. [#load] is called before the server listens,
/// [#start] after it: the sales are there at once, their files come behind.
public final class DemoFeature implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFeature.class);
    private static final int TEAM = 10;
    private static final List<String> TEAMS = List.of("Norte", "Centro", "Sur", "Occidente");

    private final Database database;
    private final ObjectStore store;
    private final String bucket;
    private final UnaryOperator<String> passwordHash;
    private final Clock clock;
    private final DemoRepository repository = new DemoRepository();
    private final DemoPeople people = DemoPeople.make();

    private volatile boolean stopped;
    private @Nullable Thread loader;

    /// @param database one whose statements may take their time
    /// @param bucket where confrontas are kept
    /// @param passwordHash turns a password into what `auth_user.password` holds
    public DemoFeature(
            Database database,
            ObjectStore store,
            String bucket,
            UnaryOperator<String> passwordHash,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.bucket = bucket;
        this.passwordHash = passwordHash;
        this.clock = clock;
    }

    /// The accounts that the sign-in screen offers.
    public static List<CuentaDemo> accounts() {
        var people = DemoPeople.make();
        return List.of(
                account(people.agents().getFirst(), Grupo.ASESOR),
                account(people.backoffice().getFirst(), Grupo.BACKOFFICE),
                account(people.supervisors().getFirst(), Grupo.SUPERVISORES),
                account(people.others().getFirst(), Grupo.ADMINISTRADOR),
                account(people.others().getLast(), Grupo.CALIDAD));
    }

    private static CuentaDemo account(DemoPeople.DemoPerson person, Grupo grupo) {
        return new CuentaDemo(
                person.username(), person.nombre(), grupo.nombre(), DemoPeople.PASSWORD);
    }

    /// Adds people, plans and sales, once. A database that holds somebody's sales is left alone.
    public void load() {
        if (database.read(repository::loadedAt).isPresent()) {
            return;
        }
        if (database.read(repository::hasSales)) {
            LOG.warn("This database holds sales: the demo is not loaded into it");
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var hash = passwordHash.apply(DemoPeople.PASSWORD);
        var ventas = new DemoVentas(now).make();
        database.run(
                Actor.SYSTEM,
                tx -> {
                    var start = ventas.getFirst().creada();
                    var users = repository.people(tx, people.all(), hash, start);
                    var ids = new DemoIds(people, users, repository.planes(tx));
                    for (int team = 0; team < TEAMS.size(); team++) {
                        var members = new ArrayList<Long>();
                        for (var agent : people.agents().subList(team * TEAM, (team + 1) * TEAM)) {
                            members.add(ids.user(agent.username()));
                        }
                        var leader = people.supervisors().get(team / 2);
                        repository.team(
                                tx,
                                "Equipo " + TEAMS.get(team),
                                members,
                                ids.user(leader.username()));
                    }
                    new DemoVentasRepository().ventas(tx, ventas, ids);
                    new DemoHistoryRepository().write(tx, ventas, ids);
                    repository.markLoaded(tx, now);
                });
        LOG.info("Demo loaded: {} sales, {} people", ventas.size(), people.all().size());
    }

    /// Starts making the files, in the background.
    public void start() {
        database.read(repository::loadedAt)
                .ifPresent(
                        at ->
                                loader =
                                        Thread.ofPlatform()
                                                .name("demo-files")
                                                .daemon()
                                                .start(() -> files(at)));
    }

    private void files(Instant loadedAt) {
        try {
            store.ensureBucket(bucket);
            var ids =
                    database.read(
                            handle ->
                                    new DemoIds(
                                            people,
                                            repository.userIds(handle, people.all()),
                                            repository.planIds(handle)));
            new DemoFileLoader(database, store, bucket, clock)
                    .load(new DemoVentas(loadedAt).make(), ids, () -> stopped);
        } catch (IOException | StoreException away) {
            LOG.warn("Demo files go on at the next start", away);
        }
    }

    /// Waits for the batch that is under way.
    @Override
    public void close() {
        stopped = true;
        var running = loader;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
