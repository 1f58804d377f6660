package trastienda.server.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

/// Recurring jobs of the whole installation: each runs on one node at a time. A node that dies is
/// noticed after four missed heartbeats of ten seconds, and its job runs elsewhere; a job therefore
/// can be started again at any moment and does in its transactions what must not happen twice.
///
/// Features register in their `jobs(Jobs)` method; `ServerApp` starts them once, after all are
/// registered:
///
/// ```java
/// public void jobs(Jobs jobs) {
///     jobs.every("confrontas-reintentar", Duration.ofSeconds(15), retry::run);
///     jobs.cron("confrontas-barrer", "0 10 3 * * *", ZoneId.of("America/Bogota"), sweep::run);
/// }
/// ```
public final class Jobs implements AutoCloseable {
    /// How often a node says that it lives.
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int MISSED = 4;
    private static final int THREADS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final List<RecurringTask<Void>> tasks = new ArrayList<>();
    private final DataSource pool;
    private final Clock clock;
    private final String node;
    private @Nullable Scheduler scheduler;

    /// @param pool without a statement timeout, see `Databases.jobsPool()`
    /// @param node this node's name
    public Jobs(DataSource pool, Clock clock, String node) {
        this.pool = pool;
        this.clock = clock;
        this.node = node;
    }

    /// Runs the work again and again, this long after its last end, the first time at once. A
    /// failure is logged and does not stop it.
    ///
    /// @param name in kebab-case, the feature's word first; it is the key in the database
    public void every(String name, Duration pause, Runnable work) {
        add(name, FixedDelay.of(pause), work);
    }

    /// Runs the work by a cron expression of six fields (second first) in its own time zone.
    public void cron(String name, String expression, ZoneId zone, Runnable work) {
        add(name, new CronSchedule(expression, zone), work);
    }

    /// Begins to run what was registered.
    public void start() {
        var built =
                Scheduler.create(pool)
                        .startTasks(tasks)
                        .tableName("trastienda.scheduled_tasks")
                        .serializer(new JsonSerializer())
                        .schedulerName(new SchedulerName.Fixed(node))
                        .clock(clock::instant)
                        .threads(THREADS)
                        .executorService(
                                Executors.newFixedThreadPool(
                                        THREADS, Thread.ofVirtual().name("job-", 0).factory()))
                        .pollingInterval(Duration.ofSeconds(1))
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED)
                        // named, or a connection would be asked what it is one of
                        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                        .enablePriority()
                        .failureLogging(LogLevel.WARN, true)
                        .shutdownMaxWait(Duration.ofSeconds(10))
                        .build();
        scheduler = built;
        built.start();
        LOG.info("{} recurring jobs run", tasks.size());
    }

    /// Lets running jobs end, for ten seconds at most.
    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private void add(String name, Schedule schedule, Runnable work) {
        if (scheduler != null) {
            throw new IllegalStateException("register " + name + " before the jobs start");
        }
        tasks.add(Tasks.recurring(name, schedule).execute((instance, context) -> work.run()));
    }
}
