package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.StoreException;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Removing objects of deleted files while the store is slow or away.
class RemovingTest {
    private volatile Runnable atDelete = () -> {};

    @Test
    void asksTheStoreWithoutAConnectionInHandAndOnlyOnceForAnObject() {
        try (var server = new FilesServer(Options.usual().with(store()))) {
            var sale = deleted(server);
            var open = new AtomicLong(-1);
            var second = new AtomicInteger(-1);
            atDelete =
                    () -> {
                        open.set(transactions(server));
                        second.set(server.feature.jobs().often());
                    };
            assertThat(server.feature.jobs().often()).isPositive();
            assertThat(open).as("transactions open while the store deletes").hasValue(0);
            assertThat(second).as("objects taken by another node meanwhile").hasValue(0);
            assertThat(waiting(server, sale)).isZero();
        }
    }

    @Test
    void triesAgainAtOnceAfterTheStoreWasAway() {
        try (var server = new FilesServer(Options.usual().with(store()))) {
            var sale = deleted(server);
            atDelete =
                    () -> {
                        throw new StoreException("away", true, null);
                    };
            assertThat(server.feature.jobs().often()).isZero();
            assertThat(waiting(server, sale)).isOne();
            atDelete = () -> {};
            assertThat(server.feature.jobs().often()).isOne();
            assertThat(waiting(server, sale)).isZero();
        }
    }

    @Test
    void whatTheStoreRefusesDoesNotHoldUpTheOthers() {
        try (var server = new FilesServer(Options.usual().with(store()))) {
            var kept = deleted(server);
            var gone = deleted(server);
            var refusals = new AtomicInteger();
            atDelete =
                    () -> {
                        if (refusals.incrementAndGet() == 1) {
                            throw new StoreException("held", false, null);
                        }
                    };
            assertThat(server.feature.jobs().often()).isPositive();
            assertThat(waiting(server, kept)).isOne();
            assertThat(waiting(server, gone)).isZero();
        }
    }

    private static long deleted(FilesServer server) {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var file = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[] {1}).id();
        var path = FilesClient.archivos(sale) + file + "/eliminar/";
        var answer = server.client.post(Person.BACKOFFICE, path, "{\"motivo\":\"de prueba\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return sale;
    }

    private static long waiting(FilesServer server, long sale) {
        return server.count(
                "select count(*) from trastienda.confrontas where borrar_objeto and venta_id = "
                        + sale);
    }

    private static long transactions(FilesServer server) {
        return server.count(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                    and xact_start is not null and application_name like 'trastienda-%'
                """);
    }

    private ObjectStore store() {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("delete")) {
                                atDelete.run();
                            }
                            try {
                                return method.invoke(TestStore.store(), arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }
}
