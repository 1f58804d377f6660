package trastienda.server.operacion;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.LevelFilter;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.spi.FilterReply;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

import java.nio.file.Path;

/// The server's log files: `info`, `warning`, `error` and `critical` by level, `data` with all of
/// it as JSON, and `minio_telefonica` for what passes between us and the object store (seed 000,
/// 8.2). Rotated daily, kept 30 days. Standard output stays free for the ready line; warnings and
/// worse also go to standard error.
public final class LogFiles {
    /// Marks what an operator must be woken for.
    public static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

    /// The logger of everything that passes between us and the object store.
    public static final String STORE_LOGGER = "trastienda.repositorio";

    /// What a message repeats of a request or of another program's answer never begins a line of
    /// its own.
    private static final String VERBOSE =
            "%level %date{ISO8601} %logger %property{pid} %thread"
                    + " %replace(%message){'[\\r\\n]+', ' | '}%n%ex";

    private static final int KEPT_DAYS = 30;

    private LogFiles() {}

    /// Points all logging at files of that folder; made when missing.
    public static void start(Path folder) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("pid", String.valueOf(ProcessHandle.current().pid()));
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        // what it says of substitute fonts and odd files is no concern of whoever runs the server
        context.getLogger("org.apache.pdfbox").setLevel(Level.ERROR);
        root.addAppender(console(context));
        root.addAppender(file(context, folder, "info", verbose(context), only(Level.INFO)));
        root.addAppender(file(context, folder, "warning", verbose(context), only(Level.WARN)));
        root.addAppender(file(context, folder, "error", verbose(context), only(Level.ERROR)));
        root.addAppender(file(context, folder, "critical", verbose(context), new CriticalOnly()));
        root.addAppender(file(context, folder, "data", json(context), null));
        context.getLogger(STORE_LOGGER)
                .addAppender(file(context, folder, "minio_telefonica", verbose(context), null));
    }

    private static FileAppender<ILoggingEvent> file(
            LoggerContext context,
            Path folder,
            String name,
            Encoder<ILoggingEvent> encoder,
            @Nullable Filter<ILoggingEvent> filter) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(name);
        appender.setFile(folder.resolve(name + ".log").toString());
        appender.setEncoder(encoder);
        if (filter != null) {
            filter.start();
            appender.addFilter(filter);
        }
        var policy = new TimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(folder.resolve(name + ".%d{yyyy-MM-dd}.log.gz").toString());
        policy.setMaxHistory(KEPT_DAYS);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.start();
        return appender;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("console");
        appender.setTarget("System.err");
        appender.setEncoder(verbose(context));
        var filter = new ThresholdFilter();
        filter.setLevel(Level.WARN.toString());
        filter.start();
        appender.addFilter(filter);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> verbose(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(VERBOSE);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Filter<ILoggingEvent> only(Level level) {
        var filter = new LevelFilter();
        filter.setLevel(level);
        filter.setOnMatch(FilterReply.ACCEPT);
        filter.setOnMismatch(FilterReply.DENY);
        return filter;
    }

    private static final class CriticalOnly extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            var markers = event.getMarkerList();
            return markers != null && markers.contains(CRITICAL)
                    ? FilterReply.NEUTRAL
                    : FilterReply.DENY;
        }
    }
}
