package trastienda.server.platform.http;

import io.javalin.Javalin;
import io.javalin.compression.Brotli;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;

import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Authenticator;
import trastienda.server.platform.config.Config;
import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Headers;
import trastienda.shared.http.IdleConnections;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The listening server: every route of the list behind the [Gate], on virtual threads. Closing it
/// lets running requests finish.
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.peticiones");

    /// Bytes read from the wire at once: files come by the megabyte.
    private static final int INPUT_BUFFER = 64 * 1024;

    /// What every answer carries, whoever writes it.
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Cache-Control",
                    "no-store",
                    "Vary",
                    "Accept-Encoding, Accept-Language",
                    Headers.API,
                    Integer.toString(ApiVersion.CURRENT));

    private static final Map<String, String> OVER_TLS = overTls();

    private final HttpSettings settings;
    private final Config.Listen listen;
    private final Proxies proxies;
    private final Deadlines deadlines = new Deadlines();
    private final Javalin javalin;

    /// @param more what features register with Javalin itself (the event socket)
    public HttpServer(
            HttpSettings settings,
            Routes routes,
            Authenticator authenticator,
            Consumer<JavalinConfig> more) {
        this.settings = settings;
        this.listen = settings.listen();
        this.proxies = new Proxies(listen.trustedProxies());
        var gate = new Gate(authenticator, settings.maxConcurrent(), deadlines);
        var all = routes.all();
        javalin =
                Javalin.create(
                        config -> {
                            basics(config);
                            connection(config);
                            bind(config, all, gate);
                            more.accept(config);
                        });
    }

    /// Looks whether the port is free, before anything costly is started.
    ///
    /// @throws PortTakenException when another program listens there
    public static void requireFree(Config.Listen listen) {
        if (listen.port() == 0) {
            return;
        }
        try (var trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(new InetSocketAddress(listen.host(), listen.port()));
        } catch (IOException taken) {
            throw new PortTakenException(listen.host(), listen.port(), taken);
        }
    }

    /// Starts listening.
    ///
    /// @throws PortTakenException when another program listens there
    public HttpServer start() {
        try {
            javalin.start();
            return this;
        } catch (JavalinBindException taken) {
            deadlines.close();
            throw new PortTakenException(listen.host(), listen.port(), taken);
        }
    }

    /// Where it listens, without a slash at the end.
    public String url() {
        var host = listen.host().contains(":") ? "[" + listen.host() + "]" : listen.host();
        return (listen.tls().isEmpty() ? "http" : "https") + "://" + host + ":" + javalin.port();
    }

    /// The routes that are really registered, as `GET /path/`.
    public List<String> registered() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(entry -> entry.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
        deadlines.close();
    }

    private void basics(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = JsonBody.MAX_BYTES;
        config.http.compressionStrategy = new CompressionStrategy(new Brotli(4), new Gzip(6));
        config.jsonMapper(new JacksonMapper());
        config.contextResolver.ip = proxies::address;
        config.contextResolver.scheme = proxies::scheme;
        config.contextResolver.host = proxies::host;
        config.requestLogger.http(HttpServer::log);
    }

    private void connection(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        var threads = new QueuedThreadPool(16, 2, 30_000);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        config.jetty.threadPool = threads;
        connector(config, listen.tls().map(Tls::of).orElse(null));
        config.jetty.modifyServer(this::graceful);
        config.jetty.modifyServletContextHandler(
                context -> context.setErrorHandler(new JettyErrors(proxies)));
        config.jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    http.setRequestHeaderSize(16 * 1024);
                    http.setIdleTimeout(IdleConnections.SERVER.toMillis());
                });
    }

    private void connector(JavalinConfig config, SslContextFactory.@Nullable Server tls) {
        config.jetty.addConnector(
                (server, http) -> {
                    var factory = new Connections(http);
                    factory.setInputBufferSize(INPUT_BUFFER);
                    if (tls != null) {
                        http.addCustomizer(new SecureRequestCustomizer(false));
                    }
                    var connector =
                            tls == null
                                    ? new PromptConnector(server, factory)
                                    : new PromptConnector(server, tls, factory);
                    connector.setShutdownIdleTimeout(settings.stopTime().toMillis());
                    connector.setHost(listen.host());
                    connector.setPort(listen.port());
                    return connector;
                });
    }

    private void graceful(Server server) {
        server.setStopTimeout(settings.stopTime().toMillis());
        server.insertHandler(new Connections.Refusal());
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new JettyErrors(proxies));
    }

    private void bind(JavalinConfig config, List<Route> all, Gate gate) {
        config.routes.before(this::headers);
        for (var route : all) {
            config.routes.addHttpHandler(
                    route.method(), route.path(), ctx -> gate.handle(route, ctx));
            if (route.method().equals(HandlerType.GET)) {
                config.routes.addHttpHandler(
                        HandlerType.HEAD, route.path(), ctx -> gate.handle(route, ctx));
            }
        }
        ErrorAnswers.install(config.routes);
    }

    /// What an answer carries, whoever writes it.
    ///
    /// @param secure whether the caller came by HTTPS, to us or to a proxy that we trust
    static Map<String, String> always(boolean secure) {
        return secure ? OVER_TLS : ALWAYS;
    }

    private static Map<String, String> overTls() {
        var all = new HashMap<>(ALWAYS);
        all.put("Strict-Transport-Security", "max-age=31536000");
        return Map.copyOf(all);
    }

    private void headers(Context ctx) {
        always(ctx.scheme().equals("https")).forEach(ctx::header);
        if (ctx.header("X-HTTP-Method-Override") != null) {
            throw ProblemException.of(ProblemCode.METODO_NO_PERMITIDO);
        }
    }

    /// One line a request: never its query, body, or what stands in its path.
    private static void log(Context ctx, Float milliseconds) {
        var route = Requests.route(ctx);
        LOG.info(
                "{} {} {} {} ms {} {}",
                ctx.req().getMethod(),
                route == null ? "(no route)" : route.path(),
                ctx.statusCode(),
                Math.round(milliseconds),
                Requests.principal(ctx).name(),
                ctx.ip());
    }
}
