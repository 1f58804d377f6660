package trastienda.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import trastienda.server.testing.TestServer;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.RefreshToken;
import trastienda.shared.json.Json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// What must never stand in a log, sent on every way that logs something.
class LogSecretsTest {
    private static final String DOCUMENT = "1020304059";
    private static final String PHONE = "3001234598";
    private static final String LINE = "3109876532";
    private static final String NIP = "73519";
    private static final String NAME = "Persona Irrepetible";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Level before = root.getLevel();
    private TestServer server;

    @BeforeEach
    void start() {
        heard.list = new CopyOnWriteArrayList<>();
        heard.start();
        root.setLevel(Level.INFO);
        root.addAppender(heard);
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
        root.detachAppender(heard);
        root.setLevel(before);
    }

    @Test
    void holdsNoPasswordTokenKeyOrPersonsNumberWhateverGoesWrong() {
        var tokens = server.signIn("prueba.asesor");
        login("prueba.asesor", "Clave-equivocada-7");
        login("Clave-en-la-casilla-8", "x");
        server.call("POST", Paths.REFRESH, null, new RefreshToken(tokens.refreshToken()));
        server.call("POST", Paths.REFRESH, null, new RefreshToken(tokens.refreshToken()));
        server.call("GET", Paths.VENTAS, "Bearer " + tokens.accessToken() + "x", null);
        var key = key();
        server.call("GET", Paths.VENTAS, "Api-Key " + key, null);

        var agent = server.token(Grupo.ASESOR);
        server.call("GET", Paths.VENTAS + "?q=" + DOCUMENT, agent, null);
        server.call("GET", Paths.VENTAS + "?q=" + DOCUMENT + "&page_size=-" + PHONE, agent, null);
        server.call("GET", "/api/v1/ventas/" + DOCUMENT + "/dato/" + PHONE + "/", agent, null);
        server.call("GET", "/nada/" + DOCUMENT + "/", agent, null);
        server.call("POST", Paths.VENTAS, agent, "{\"documento\":\"" + DOCUMENT + "\",");
        assertThat(server.call("POST", Paths.VENTAS, agent, sale("O-1")).statusCode())
                .isEqualTo(201);
        refuseInTheDatabase();
        var failed = server.call("POST", Paths.VENTAS, agent, sale("O-2"));
        assertThat(failed.statusCode()).as(failed.body()).isGreaterThanOrEqualTo(500);
        assertThat(failed.body()).doesNotContain(DOCUMENT, PHONE, NIP);

        var log = heard.list.stream().map(LogSecretsTest::text).toList();
        assertThat(log).anyMatch(line -> line.contains("POST /api/v1/ventas/ 500"));
        assertThat(log).anyMatch(line -> line.contains("failed, reference"));
        for (var secret :
                List.of(
                        TestServer.PASSWORD,
                        "Clave-equivocada-7",
                        "Clave-en-la-casilla-8",
                        tokens.accessToken(),
                        tokens.refreshToken(),
                        agent,
                        key,
                        DOCUMENT,
                        PHONE,
                        LINE,
                        NIP,
                        NAME)) {
            assertThat(log).noneMatch(line -> line.contains(secret));
        }
    }

    /// A failure that nobody expects, and that PostgreSQL would describe with the whole row.
    private void refuseInTheDatabase() {
        server.database()
                .ownerJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        alter table telefonica_ventaportabilidad
                                        add constraint prueba check (numero_orden <> 'O-2')
                                        """));
    }

    private Map<String, Object> sale(String order) {
        var form = new HashMap<String, Object>();
        form.put("tipo_documento", "CC");
        form.put("documento", DOCUMENT);
        form.put("fecha_expedicion", "2015-03-04");
        form.put("nombre_completo", NAME);
        form.put("telefono_legalizacion", PHONE);
        form.put("numero_a_portar", order.equals("O-1") ? LINE : "3109876533");
        form.put("nip", NIP);
        form.put("fecha_entrega", "2100-11-22");
        form.put("fecha_ventana_cambio", "2100-11-24");
        form.put("numero_orden", order);
        form.put("plan_adquiere", plan());
        return form;
    }

    private long plan() {
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                insert into telefonica_planes_portabilidad
                                                    (codigo, nombre_plan, caracteristicas, "CFM",
                                                    "CFM_sin_iva", estado, tipo_plan)
                                                values ('P-1', 'Plan', '', 1, 1, 'activo',
                                                    'portabilidad')
                                                on conflict (codigo) do update set estado = 'activo'
                                                returning id
                                                """)
                                        .mapTo(Long.class)
                                        .one());
    }

    private String key() {
        var made =
                server.call(
                        "POST",
                        Paths.LLAVES,
                        server.token(Grupo.ADMINISTRADOR),
                        new LlaveNueva("ivr", List.of("ventas.ver")));
        return String.valueOf(Json.mapper().readValue(made.body(), LlaveServicio.class).llave());
    }

    private void login(String username, String password) {
        server.call("POST", Paths.LOGIN, null, new Credenciales(username, password));
    }

    private static String text(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return event.getFormattedMessage()
                + event.getKeyValuePairs()
                + event.getMDCPropertyMap()
                + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
    }
}
