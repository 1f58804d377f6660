package trastienda.server.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.Insert;
import trastienda.server.testing.Await;
import trastienda.server.testing.TestDatabase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

final class EventLogTest {
    private TestDatabase database;
    private EventLog log;
    private Databases databases;

    EventLogTest() {
        database = TestDatabase.create();
        log = new EventLog();
        databases = database.open((actor, entries) -> Insert.NONE, log);
    }

    @BeforeEach
    void start() {
        log.start(databases);
    }

    @AfterEach
    void stop() {
        log.close();
        databases.close();
        database.close();
    }

    @Test
    void tellsEveryReaderEveryEventOnceAndInOrderWhileAnotherDatabaseHoldsATransaction()
            throws Exception {
        writersAndReaders(16, 25, Duration.ZERO);
    }

    @Test
    @Tag("full")
    void keepsTheOrderForThirtySecondsOfWriting() throws Exception {
        writersAndReaders(16, 200, Duration.ofSeconds(30));
    }

    @Test
    void tellsNothingOfATransactionThatIsUndone() {
        var heard = new Heard();
        log.subscribe(log.position(), channel -> true, heard);
        try {
            databases
                    .main()
                    .run(
                            Actor.SYSTEM,
                            tx -> {
                                tx.event(event("undone", "a"));
                                tx.handle().execute("select 1 / 0");
                            });
        } catch (RuntimeException expected) {
            assertThat(expected).hasMessageContaining("division by zero");
        }
        write("done", "a");

        Await.until("the event is heard", () -> heard.events.size() == 1);
        assertThat(heard.events.getFirst().ref()).isEqualTo("done");
    }

    @Test
    void tellsAReaderOnlyOfItsChannels() {
        var heard = new Heard();
        log.subscribe(log.position(), "user:7"::equals, heard);

        write("for another", "user:8");
        write("for both", "user:8", "user:7");

        Await.until("the event is heard", () -> !heard.events.isEmpty());
        assertThat(heard.events).extracting(LoggedEvent::ref).containsExactly("for both");
        assertThat(heard.events.getFirst().frame())
                .startsWith("{\"type\":\"evento\",\"seq\":2,\"topic\":\"prueba\"")
                .endsWith("\"data\":{\"n\": 1}}");
    }

    @Test
    void goesOnWhereAReaderLeftOff() {
        var first = new Heard();
        var subscription = log.subscribe(log.position(), channel -> true, first);
        write("one", "a");
        Await.until("one is heard", () -> first.events.size() == 1);
        subscription.close();
        write("two", "a");
        Await.until("two is read", () -> log.position() == 2);

        var again = new Heard();
        log.subscribe(1, channel -> true, again);
        write("three", "a");

        Await.until("both are heard", () -> again.events.size() == 2);
        assertThat(again.events).extracting(LoggedEvent::seq).containsExactly(2L, 3L);
        assertThat(again.resyncs).isEmpty();
        assertThat(first.events).hasSize(1);
    }

    @Test
    void asksAReaderToFetchAgainThatIsNewOrOlderThanTheLogOrFromAnotherDatabase() {
        write("one", "a");
        Await.until("one is read", () -> log.position() == 1);
        var fresh = new Heard();
        log.subscribe(-1, channel -> true, fresh);
        var stranger = new Heard();
        log.subscribe(4_000, channel -> true, stranger);
        Await.until("they are told", () -> fresh.resyncs.size() + stranger.resyncs.size() == 2);
        assertThat(fresh.resyncs).containsExactly(1L);
        assertThat(stranger.resyncs).containsExactly(1L);

        write("two", "a");
        Await.until("two is heard", () -> fresh.events.size() + stranger.events.size() == 2);
    }

    @Test
    void asksAReaderToFetchAgainWhenItsEventsWereDroppedWithTheirDays() {
        database.ownerJdbi()
                .useHandle(
                        handle -> {
                            handle.execute(
                                    """
                                    create table trastienda.eventos_20200101 partition of
                                        trastienda.eventos for values
                                        from ('2020-01-01 00:00:00+00') to ('2020-01-02 00:00:00+00')
                                    """);
                            handle.execute(
                                    """
                                    insert into trastienda.eventos values
                                        (1, 'prueba', 'old', '{a}', '{}', null,
                                            '2020-01-01 10:00:00+00')
                                    """);
                            handle.execute("update trastienda.eventos_estado set seq = 1");
                        });
        write("two", "a");
        Await.until("two is read", () -> log.position() == 2);
        log.rollPartitions();

        var old = new Heard();
        var another = startAnother();
        try {
            another.subscribe(0, channel -> true, old);
            Await.until("it is told", () -> old.resyncs.size() == 1);
        } finally {
            another.close();
        }
        assertThat(old.events).isEmpty();
        assertThat(old.resyncs).containsExactly(2L);
    }

    @Test
    void hearsWhatAnotherNodeAndAnotherProgramWrite() {
        var another = startAnother();
        try {
            var heard = new Heard();
            another.subscribe(another.position(), channel -> true, heard);
            write("from the first node", "a");
            database.appJdbi()
                    .useHandle(
                            handle ->
                                    handle.execute(
                                            """
                                            insert into trastienda.eventos_nuevos
                                                (topic, ref, channels, public)
                                            values ('prueba', 'from a trigger', '{a}', '{}')
                                            """));
            Await.until("both are heard", () -> heard.events.size() == 2);
            assertThat(heard.events)
                    .extracting(LoggedEvent::ref)
                    .containsExactly("from the first node", "from a trigger");
        } finally {
            another.close();
        }
    }

    @Test
    void losesNothingWhenItsListeningConnectionIsCutOff() {
        Await.until("it listens", () -> log.mode() == EventLog.Mode.LISTENING);
        var heard = new Heard();
        log.subscribe(log.position(), channel -> true, heard);

        var cut =
                database.appJdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        """
                                                        select count(pg_terminate_backend(pid))
                                                        from pg_stat_activity
                                                        where application_name = 'trastienda-listen'
                                                            and datname = current_database()
                                                        """)
                                                .mapTo(Integer.class)
                                                .one());
        write("while it is away", "a");

        Await.until("the event is heard", () -> heard.events.size() == 1);
        Await.until("it listens again", () -> log.mode() == EventLog.Mode.LISTENING);
        assertThat(cut).isEqualTo(1);
        assertThat(heard.resyncs).isEmpty();
    }

    @Test
    void dropsWhatASlowReaderCannotTakeAndSaysSo() {
        var release = new CountDownLatch(1);
        var heard = new Heard();
        var slow =
                new EventListener() {
                    @Override
                    public void onEvent(LoggedEvent event) {
                        try {
                            release.await();
                        } catch (InterruptedException ended) {
                            Thread.currentThread().interrupt();
                        }
                        heard.onEvent(event);
                    }

                    @Override
                    public void onResync(long seq) {
                        heard.onResync(seq);
                    }
                };
        log.subscribe(log.position(), channel -> true, slow);
        var many = Subscription.MOST_WAITING + 500;
        databases
                .main()
                .run(
                        Actor.SYSTEM,
                        tx -> {
                            for (int n = 0; n < many; n++) {
                                tx.event(event("many", "a"));
                            }
                        });
        Await.until("all are read", () -> log.position() == many);
        release.countDown();

        Await.until("it heard the last", () -> !heard.resyncs.isEmpty());
        write("after", "a");
        Await.until("it goes on", () -> heard.last() == many + 1);
        assertThat(heard.seqsWithGapsOnlyAtResyncs()).isTrue();
    }

    private void writersAndReaders(int writers, int each, Duration holding) throws Exception {
        var another = startAnother();
        var readers = new ArrayList<Heard>();
        for (int n = 0; n < 10; n++) {
            var heard = new Heard();
            readers.add(heard);
            (n % 2 == 0 ? log : another).subscribe(0, channel -> true, heard);
        }
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        try (var ivr = TestDatabase.empty();
                var other = ivr.ownerJdbi().open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.begin();
            other.execute("create table held (n int)");
            var began = System.nanoTime();
            for (int n = 0; n < writers; n++) {
                var random = new Random(seed + n);
                var writer = n;
                threads.execute(() -> writeSlowly(writer, each, holding, random));
            }
            Await.until(
                    "all is heard while the other transaction is open",
                    holding.plusSeconds(60),
                    () -> readers.stream().allMatch(r -> r.events.size() >= writers * each));
            System.out.println("took ms " + Duration.ofNanos(System.nanoTime() - began).toMillis());
            other.rollback();
        } finally {
            another.close();
        }
        var all = LongStream.rangeClosed(1, (long) writers * each).boxed().toList();
        for (var reader : readers) {
            assertThat(reader.events).extracting(LoggedEvent::seq).isEqualTo(all);
            assertThat(reader.resyncs).isEmpty();
        }
        var refs = readers.getFirst().events.stream().map(LoggedEvent::ref).toList();
        for (int writer = 0; writer < writers; writer++) {
            var prefix = writer + ":";
            var mine = refs.stream().filter(ref -> ref.startsWith(prefix)).toList();
            assertThat(mine)
                    .as("one writer's events keep the order of its commits")
                    .isSortedAccordingTo(
                            Comparator.comparingInt(
                                    ref -> Integer.parseInt(ref.substring(prefix.length()))));
        }
    }

    private void writeSlowly(int writer, int each, Duration holding, Random random) {
        var pause = holding.toNanos() / each;
        for (int n = 0; n < each; n++) {
            var ref = writer + ":" + n;
            databases
                    .main()
                    .run(
                            Actor.SYSTEM,
                            tx -> {
                                // the id is taken now, the commit comes later
                                tx.handle()
                                        .execute(
                                                """
                                                insert into trastienda.eventos_nuevos
                                                    (topic, ref, channels, public)
                                                values ('prueba', ?, '{a}', '{}')
                                                """,
                                                ref);
                                LockSupport.parkNanos(random.nextInt(8_000_000));
                            });
            if (ThreadLocalRandom.current().nextBoolean()) {
                log.committed();
            }
            LockSupport.parkNanos(pause);
        }
    }

    private EventLog startAnother() {
        var another = new EventLog();
        another.start(databases);
        return another;
    }

    private void write(String ref, String... channels) {
        databases.main().run(Actor.SYSTEM, tx -> tx.event(event(ref, channels)));
    }

    private static EventDraft event(String ref, String... channels) {
        return new EventDraft("prueba", ref, List.of(channels), Map.of("n", 1));
    }

    private static final class Heard implements EventListener {
        private final List<LoggedEvent> events = new CopyOnWriteArrayList<>();
        private final List<Long> resyncs = new CopyOnWriteArrayList<>();
        private final List<Long> all = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(LoggedEvent event) {
            all.add(event.seq());
            events.add(event);
        }

        @Override
        public void onResync(long seq) {
            all.add(-seq);
            resyncs.add(seq);
        }

        long last() {
            return events.isEmpty() ? 0 : events.getLast().seq();
        }

        boolean seqsWithGapsOnlyAtResyncs() {
            var expected = 1L;
            for (var seq : all) {
                if (seq < 0) {
                    expected = -seq + 1;
                } else if (seq != expected++) {
                    return false;
                }
            }
            return true;
        }
    }
}
