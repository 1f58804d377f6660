package trastienda.desktop.platform.api;

import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;

import trastienda.shared.http.Headers;
import trastienda.shared.json.Json;
import trastienda.shared.json.WireEnum;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// One request in the making; the verbs that end it ([#as], [#send], [#into]) block and run off the
/// FX thread. They throw `ProblemException` when the server refuses and [ApiException] for all
/// else.
public final class ApiRequest {
    static final MediaType JSON = MediaType.get("application/json");

    private final ApiClient client;
    private final String method;
    private final HttpUrl.Builder url;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable RequestBody body;
    private Consumer<Runnable> canceller = stop -> {};
    private boolean transfer;
    private @Nullable Duration patience;

    ApiRequest(ApiClient client, String method, HttpUrl.Builder url) {
        this.client = client;
        this.method = method;
        this.url = url;
    }

    /// A query parameter; null leaves it out.
    public ApiRequest query(String name, @Nullable Object value) {
        if (value != null) {
            url.addQueryParameter(
                    name, value instanceof WireEnum wire ? wire.wire() : value.toString());
        }
        return this;
    }

    /// A header; null leaves it out.
    public ApiRequest header(String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
        return this;
    }

    /// A header whose value is free text (a file's name, a reason): percent-encoded UTF-8.
    public ApiRequest encodedHeader(String name, @Nullable String value) {
        return value == null
                ? this
                : header(
                        name, URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /// The key that makes this write happen at most once; a cut write is then tried again.
    public ApiRequest once(String key) {
        return header(Headers.IDEMPOTENCY_KEY, key);
    }

    /// The JSON body.
    public ApiRequest json(Object value) {
        body = RequestBody.create(Json.mapper().writeValueAsBytes(value), JSON);
        return this;
    }

    /// A body of plain text, as an import of CSV.
    public ApiRequest text(String value, String mediaType) {
        body = RequestBody.create(value, MediaType.get(mediaType));
        return this;
    }

    /// A raw body, read as it is sent. The server is asked first (`Expect: 100-continue`), so that
    /// a refused file does not travel.
    public ApiRequest file(StreamBody.Source source, long size) {
        body = new StreamBody(source, size);
        transfer = true;
        return header("Expect", "100-continue");
    }

    /// How long the server may take to answer, where that is longer than usual.
    public ApiRequest patient(Duration longest) {
        patience = longest;
        return this;
    }

    /// Where to put the action that stops this request; cancelling makes it throw `Cancelled`.
    public ApiRequest cancelWith(Consumer<Runnable> where) {
        canceller = where;
        return this;
    }

    /// Sends it and reads the answer.
    public <T> T as(Class<T> type) throws IOException {
        return client.call(this, answer -> Json.mapper().readValue(answer.bytes(), type));
    }

    /// Sends it and reads an answer with type parameters.
    public <T> T as(TypeReference<T> type) throws IOException {
        return client.call(this, answer -> Json.mapper().readValue(answer.bytes(), type));
    }

    /// Sends it; the answer's body does not matter.
    public void send() throws IOException {
        client.call(this, answer -> true);
    }

    /// Sends it and streams the answer.
    ///
    /// @return what the answer says of itself
    public Download into(OutputStream sink) throws IOException {
        transfer = true;
        return client.call(this, answer -> answer.copyTo(sink));
    }

    String method() {
        return method;
    }

    HttpUrl url() {
        return url.build();
    }

    Map<String, String> headers() {
        return headers;
    }

    RequestBody bodyOrEmpty() {
        return body == null ? RequestBody.create(new byte[0], null) : body;
    }

    Consumer<Runnable> canceller() {
        return canceller;
    }

    @Nullable Duration patience() {
        return patience;
    }

    boolean isTransfer() {
        return transfer;
    }

    /// Whether sending it twice does no harm.
    boolean isSafe() {
        return !transfer && (method.equals("GET") || headers.containsKey(Headers.IDEMPOTENCY_KEY));
    }
}
