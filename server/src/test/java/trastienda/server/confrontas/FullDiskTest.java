package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.shared.ventas.EstadoVenta;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

class FullDiskTest {
    /// A disk with so much room left.
    private static final class SmallDisk extends TempFiles {
        private final AtomicLong room;

        SmallDisk(Path folder, AtomicLong room) throws IOException {
            super(folder);
            this.room = room;
        }

        @Override
        OutputStream write(Path file) throws IOException {
            return new FilterOutputStream(super.write(file)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    if (room.addAndGet(-length) < 0) {
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes, offset, length);
                }
            };
        }
    }

    @Test
    void saysThatTheDiskIsFullAndWorksAgainAfter() throws IOException {
        var room = new AtomicLong(500_000);
        var folder = FilesServer.folder();
        try (var server = new FilesServer(Options.usual().with(new SmallDisk(folder, room)))) {
            var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
            var answer = server.client.put(Person.AGENTE, sale, "a.pdf", new byte[2_000_000]);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("sin_espacio");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            try (var left = Files.list(folder)) {
                assertThat(left).as("nothing half done").isEmpty();
            }
            room.set(10_000_000);
            assertThat(
                            server.client
                                    .put(Person.AGENTE, sale, "a.pdf", new byte[2_000_000])
                                    .status())
                    .isEqualTo(201);
        }
    }
}
