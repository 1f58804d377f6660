package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import trastienda.server.platform.config.Config;
import trastienda.server.testing.RawHttp;

import java.util.Map;

@Timeout(60)
class ProxiesTest {
    private static final String FORWARDED =
            String.join(
                    "\r\n",
                    "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 10.1.2.3",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: trastienda.example",
                    "");

    @Test
    void believesNobodyWhoIsNotATrustedProxy() {
        for (var settings : new String[] {"", "10.0.0.0/8", "192.0.2.1", "::1"}) {
            assertThat(ask(settings, FORWARDED))
                    .as(settings)
                    .endsWith("http 127.0.0.1 x")
                    .doesNotContain("Strict-Transport-Security");
        }
    }

    @Test
    void believesATrustedProxyAndOfSeveralAddressesTheLastThatIsNoneOfOurs() {
        assertThat(ask("127.0.0.0/8, 10.0.0.0/8", FORWARDED))
                .endsWith("https 203.0.113.9 trastienda.example")
                .contains("Strict-Transport-Security: max-age=31536000");
        assertThat(ask("127.0.0.1", FORWARDED)).endsWith("https 10.1.2.3 trastienda.example");
    }

    @Test
    void fallsBackToTheProxyItselfWhereWhatItForwardsIsNoAddress() {
        assertThat(ask("127.0.0.1", "X-Forwarded-For: quien, <script>\r\n"))
                .endsWith("http 127.0.0.1 x");
        assertThat(ask("127.0.0.1", "X-Forwarded-Proto: javascript\r\nX-Forwarded-Host: a b/c\r\n"))
                .contains("http 127.0.0.1 127.0.0.1:");
    }

    private static String ask(String proxies, String headers) {
        var routes = new Routes();
        routes.on(HandlerType.GET, "/cosa/", Access.anonymous())
                .handle(ctx -> ctx.result(ctx.scheme() + " " + ctx.ip() + " " + ctx.host()));
        var listen =
                Config.from(Map.of("TRASTIENDA_PORT", "0", "TRASTIENDA_TRUSTED_PROXIES", proxies))
                        .listen();
        try (var server =
                new HttpServer(
                                HttpSettings.of(listen),
                                routes,
                                (authorization, age) -> null,
                                javalin -> {})
                        .start()) {
            return new RawHttp(server.url())
                    .send("GET /cosa/ HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
        }
    }
}
