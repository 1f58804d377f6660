package trastienda.server.confrontas;

import tools.jackson.databind.JsonNode;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.shared.hash.Sha256;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// What tests say to the server.
final class FilesClient {
    /// An answer: its status, its JSON where it is one, and the rest.
    record Answer(int status, HttpResponse<byte[]> raw) {
        JsonNode json() {
            return Json.mapper().readTree(raw.body());
        }

        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        long id() {
            return json().get("id").asLong();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    FilesClient(String url) {
        this.url = url;
    }

    /// Hands in a confronta under that percent-encoded name.
    Answer put(Person who, long sale, String name, byte[] bytes, String... headers) {
        var request =
                request(who, archivos(sale), headers)
                        .header("X-File-Name", name)
                        .PUT(BodyPublishers.ofByteArray(bytes));
        return send(request);
    }

    Answer get(Person who, String path, String... headers) {
        return send(request(who, path, headers).GET());
    }

    Answer post(Person who, String path, String body, String... headers) {
        var request = request(who, path, headers);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    Answer delete(Person who, String path) {
        return send(request(who, path).DELETE());
    }

    Answer anyone(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    /// A form with its parts already written, between boundaries `----x`.
    Answer form(Person who, String path, byte[] body, String... headers) {
        return send(
                request(who, path, headers)
                        .header("Content-Type", "multipart/form-data; boundary=----x")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder request(Person who, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", who.name());
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String archivos(long sale) {
        return "/api/v1/ventas/" + sale + "/archivos/";
    }

    static String contenido(long sale, long file) {
        return archivos(sale) + file + "/contenido/";
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
