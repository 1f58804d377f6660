package trastienda.server.platform.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

import trastienda.shared.json.Json;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;

/// What Jetty refuses before any route sees it (an address that is none, too many headers, a stop
/// under way) answered in our words: never a page, never a stack.
final class JettyErrors extends ErrorHandler {
    private final Proxies proxies;

    JettyErrors(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var locale = Requests.locale(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        var problem = problem(code);
        HttpServer.always(isSecure(request)).forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, locale.getLanguage());
        var after = problem.retryAfter();
        if (after != null) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, after.toSeconds());
        }
        var asksProblem = Requests.asksForProblem(request.getHeaders().get(HttpHeader.ACCEPT));
        byte[] body;
        if (ErrorAnswers.isSeeds(path(request)) && !asksProblem) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
            body =
                    Json.mapper()
                            .writeValueAsBytes(
                                    DrfBody.of(request.getMethod(), type, problem, locale));
        } else {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
            body = bytes(problem, code, locale);
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private boolean isSecure(Request request) {
        var uri = request.getHttpURI();
        var real = uri == null || uri.getScheme() == null ? "http" : uri.getScheme();
        return proxies.scheme(
                        Request.getRemoteAddr(request),
                        request.isSecure() ? "https" : real,
                        request.getHeaders().get("X-Forwarded-Proto"))
                .equals("https");
    }

    /// Empty when what was asked for is no address: Jetty keeps nothing of it.
    private static String path(Request request) {
        var uri = request.getHttpURI();
        var path = uri == null ? null : uri.getPath();
        return path == null ? "" : path;
    }

    private static ProblemException problem(int status) {
        var code = ErrorAnswers.code(status);
        return code == ProblemCode.SOBRECARGA
                ? ProblemException.retry(code, Duration.ofSeconds(5))
                : ProblemException.of(code);
    }

    private static byte[] bytes(ProblemException problem, int status, Locale locale) {
        return Json.mapper().writeValueAsBytes(ErrorAnswers.problem(problem, status, locale, null));
    }
}
