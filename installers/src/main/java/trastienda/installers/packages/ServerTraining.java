package trastienda.installers.packages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// What a fresh server is asked while its cache is trained. It is also the package's first trial:
/// the build fails when health or sign-in do not answer as they should.
final class ServerTraining {
    /// Who signs in.
    record Admin(String name, String password) {
        private static final int RANDOM_BYTES = 18;

        /// One whose password nobody knows beforehand; its first letters are what the policy asks.
        static Admin fresh() {
            var random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            return new Admin(
                    "ensayo",
                    "Aa1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final int OK = 200;
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http;
    private final String url;

    private ServerTraining(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    static void run(String url, Admin admin) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            new ServerTraining(http, url).run(admin);
        }
    }

    private void run(Admin admin) throws IOException, InterruptedException {
        for (var path : List.of("/health/", "/api/v1/version", "/openapi.json", "/docs/")) {
            require(path, get(path, ""));
        }
        var answer =
                http.send(
                        request("/api/v1/auth/login/", "")
                                .POST(
                                        BodyPublishers.ofString(
                                                """
                                                {"username":"%s","password":"%s"}
                                                """
                                                        .formatted(admin.name(), admin.password())))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString());
        require("sign-in", answer);
        var found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IOException("sign-in gave no token");
        }
        work(found.group(1));
    }

    /// The lists an administrator opens, a form with nothing in it, a file for no sale.
    private void work(String token) throws IOException, InterruptedException {
        for (var path :
                List.of(
                        "/api/v1/auth/yo/",
                        "/api/v1/ventas/?page_size=50",
                        "/api/v1/ventas/?q=ana&estado=pendiente_revision&con_confronta=true",
                        "/api/v1/ventas/anclas/?cada=5000",
                        "/api/v1/planes/",
                        "/api/v1/usuarios/",
                        "/api/v1/ventas/1/",
                        "/metrics")) {
            get(path, token);
        }
        http.send(
                request("/api/v1/ventas/", token)
                        .POST(BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "ensayo-0001")
                        .build(),
                BodyHandlers.discarding());
        http.send(
                request("/api/v1/ventas/1/archivos/?tipo=confronta", token)
                        .PUT(BodyPublishers.ofByteArray(new byte[1]))
                        .header("Idempotency-Key", "ensayo-0002")
                        .build(),
                BodyHandlers.discarding());
        http.send(
                request("/api/v1/auth/logout/", token).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding());
    }

    private HttpResponse<String> get(String path, String token)
            throws IOException, InterruptedException {
        return http.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static void require(String what, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException(
                    "the packaged server answers " + answer.statusCode() + " to " + what);
        }
    }
}
