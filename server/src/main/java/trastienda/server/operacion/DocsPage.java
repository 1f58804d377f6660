package trastienda.server.operacion;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.http.Route;

import java.util.List;
import java.util.TreeMap;

/// The routes as a page a person reads: no script, nothing fetched from elsewhere.
final class DocsPage {
    private static final String HEAD =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trastienda API</title>
            <meta name="viewport" content="width=device-width">
            <style>
            :root{color-scheme:light dark;--line:#d0d7de;--soft:#57606a;--accent:#0969da;--panel:#f6f8fa}
            @media(prefers-color-scheme:dark){:root{--line:#30363d;--soft:#9198a1;--accent:#58a6ff;--panel:#161b22}}
            body{font:14px/1.5 system-ui,sans-serif;max-width:960px;margin:32px auto;padding:0 24px}
            h2{margin-top:32px;border-bottom:1px solid var(--line)}
            article{margin:16px 0;padding:12px 16px;background:var(--panel);border-radius:8px}
            code{font:13px ui-monospace,monospace} .method{color:var(--accent);font-weight:600}
            p{margin:4px 0} .soft{color:var(--soft)} table{border-collapse:collapse;margin-top:8px}
            td{padding:2px 16px 2px 0;vertical-align:top}
            </style></head><body><h1>Trastienda API</h1>
            <p>Machine-readable: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Sign in at
            <code>POST /api/v1/auth/login/</code> and send <code>Authorization: Bearer …</code>; programs send
            <code>Authorization: Api-Key …</code>. Lists answer <code>{count, next, previous, results}</code>; errors
            are problems (RFC 9457), on the seeds' routes DRF's bodies.</p>
            """;

    private DocsPage() {}

    /// The page's HTML.
    static String html(List<Route> routes) {
        var groups = new TreeMap<String, StringBuilder>();
        for (var route : routes) {
            var tag = route.doc().tags().isEmpty() ? "other" : route.doc().tags().getFirst();
            article(groups.computeIfAbsent(tag, name -> new StringBuilder()), route);
        }
        var page = new StringBuilder(HEAD);
        groups.forEach(
                (tag, body) ->
                        page.append("<h2>").append(escape(tag)).append("</h2>").append(body));
        return page.append("</body></html>").toString();
    }

    private static void article(StringBuilder page, Route route) {
        var doc = route.doc();
        page.append("<article><code><span class=method>")
                .append(route.verb())
                .append("</span> ")
                .append(escape(route.path()))
                .append("</code><p>")
                .append(escape(doc.summary()))
                .append("</p><p class=soft>")
                .append(escape(OpenApi.description(route.access())))
                .append(takes(doc.body()))
                .append(" Answers ")
                .append(String.join(" or ", doc.answers().stream().map(DocsPage::said).toList()))
                .append(".</p>");
        if (!doc.params().isEmpty()) {
            page.append("<table>");
            for (var param : doc.params()) {
                page.append("<tr><td><code>")
                        .append(escape(param.name()))
                        .append("</code><td class=soft>")
                        .append(escape(param.in() + ", " + param.type()))
                        .append("<td>")
                        .append(escape(param.what()));
            }
            page.append("</table>");
        }
        page.append("</article>");
    }

    private static String takes(Route.@Nullable Body body) {
        if (body == null) {
            return "";
        }
        var type = body.type();
        return " Takes "
                + (body.required() ? "" : "if you like ")
                + (type == null ? "" : escape(type.getSimpleName()) + " as ")
                + escape(body.mediaType())
                + (body.file() == null ? "" : ", its file in the part " + body.file())
                + ".";
    }

    private static String said(Route.Answer answer) {
        var type = answer.type();
        if (type == null) {
            return String.valueOf(answer.status());
        }
        return answer.status()
                + (answer.shape() == Route.Shape.ONE ? " " : " a list of ")
                + escape(type.getSimpleName());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
