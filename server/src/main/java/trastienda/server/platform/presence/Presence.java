package trastienda.server.platform.presence;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.db.Database;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;

/// This node's view of who is here, and everybody's. A principal is `user:7`; it is here while at
/// least one of its connections is. Each node writes a heartbeat every 15 seconds; three missed and
/// its people count as gone.
public final class Presence implements AutoCloseable {
    /// Seconds between heartbeats.
    public static final int HEARTBEAT_SECONDS = 15;

    /// Seconds without a heartbeat after which a node counts as dead.
    public static final int DEAD_SECONDS = 45;

    private static final String COME =
            """
            insert into trastienda.presencia (nodo, principal) values (:node, :principal)
            on conflict (nodo, principal) do update set latido = now()
            """;
    private static final String GONE =
            "delete from trastienda.presencia where nodo = :node and principal = :principal";
    private static final String SELF = "nodo";
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Database database;
    private final String node;

    /// The heartbeat writes all rows, the others one each.
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    /// One principal's rows are written one after another.
    private final Lock[] turns =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    private final Map<String, Integer> here = new ConcurrentHashMap<>();
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("presence").factory());

    /// @param database the jobs' pool
    /// @param node this node's name, another one after each start
    public Presence(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /// Begins to send heartbeats.
    public void start() {
        beat();
        var beating =
                beats.scheduleWithFixedDelay(
                        this::beatOrWarn, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        LOG.debug("Presence of node {} began: {}", node, beating);
    }

    /// A connection of the principal opened on this node; call [#leave] when it closes.
    public void enter(String principal) {
        if (here.merge(principal, 1, Integer::sum) == 1) {
            write(principal);
        }
    }

    /// A connection of the principal closed.
    public void leave(String principal) {
        if (here.computeIfPresent(principal, (key, open) -> open == 1 ? null : open - 1) == null) {
            write(principal);
        }
    }

    /// Writes whether the principal is here at this moment, not when the change was noticed: one
    /// who comes as another connection goes must not be written away.
    private void write(String principal) {
        writing.readLock().lock();
        var turn = turns[Math.floorMod(principal.hashCode(), turns.length)];
        turn.lock();
        try {
            quietly(
                    handle ->
                            handle.createUpdate(here.containsKey(principal) ? COME : GONE)
                                    .bind("node", node)
                                    .bind("principal", principal)
                                    .execute());
        } finally {
            turn.unlock();
            writing.readLock().unlock();
        }
    }

    /// Says that this node lives, and forgets nodes that do not.
    void beat() {
        writing.writeLock().lock();
        try {
            database.alone(
                    handle -> {
                        restore(handle);
                        return handle.createUpdate(
                                        """
                                        delete from trastienda.presencia
                                        where latido < now() - make_interval(secs => :dead)
                                        """)
                                .bind("dead", DEAD_SECONDS)
                                .execute();
                    });
        } finally {
            writing.writeLock().unlock();
        }
    }

    /// All principals that are here, on any living node.
    public Set<String> present() {
        return select(
                "select distinct principal from trastienda.presencia where principal <> 'nodo'");
    }

    /// The nodes that live.
    public Set<String> nodes() {
        return select("select nodo from trastienda.presencia where principal = 'nodo'");
    }

    /// Takes this node's people away.
    @Override
    public void close() {
        beats.shutdownNow();
        here.clear();
        database.alone(
                handle ->
                        handle.createUpdate("delete from trastienda.presencia where nodo = :node")
                                .bind("node", node)
                                .execute());
    }

    /// What fails is mended by the next heartbeat; no connection ends for it.
    private void quietly(Function<Handle, Integer> work) {
        try {
            database.alone(work);
        } catch (JdbiException failed) {
            LOG.warn("Presence could not be written: {}", failed.getMessage());
        }
    }

    private void beatOrWarn() {
        try {
            beat();
        } catch (RuntimeException failed) {
            // the next one comes in 15 seconds; without the database nobody is served anyway
            LOG.warn("No heartbeat could be written: {}", failed.getMessage());
        }
    }

    /// Writes the rows anew: after a crash of the database the table is empty, after a long pause
    /// of ours others have deleted them.
    private void restore(Handle handle) {
        var all = new TreeSet<>(here.keySet());
        all.add(SELF);
        handle.createUpdate(
                        """
                        insert into trastienda.presencia (nodo, principal)
                        select :node, unnest(:principals::text[])
                        on conflict (nodo, principal) do update set latido = now()
                        """)
                .bind("node", node)
                .bindArray("principals", String.class, all)
                .execute();
    }

    private Set<String> select(String sql) {
        return database.read(
                handle ->
                        handle.createQuery(
                                        sql
                                                + " and latido >= now()"
                                                + " - make_interval(secs => :dead)")
                                .bind("dead", DEAD_SECONDS)
                                .mapTo(String.class)
                                .set());
    }
}
