package trastienda.installers.packages;

import io.javalin.Javalin;

/// The least a Javalin server can be.
public final class HelloServer {
    private HelloServer() {}

    /// Says `ready` and its port once it listens.
    public static void main(String[] arguments) {
        var javalin =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.routes.get("/", ctx -> ctx.result("hello"));
                        });
        javalin.start("127.0.0.1", 0);
        System.out.println("ready " + javalin.port());
    }
}
