package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class MultipartReaderTest {
    /// Gives what it holds in pieces of any size, as a network does.
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
    }

    private static byte[] part(String head, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--Borde\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void findsTheSamePartsHoweverTheStreamIsCut() throws IOException {
        for (var seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var file = new byte[random.nextInt(200_000)];
            random.nextBytes(file);
            var near = "\r\n--Bordx\r\n--\r\n-\r\n--Bord".getBytes(StandardCharsets.UTF_8);
            if (file.length > near.length) {
                System.arraycopy(
                        near, 0, file, random.nextInt(file.length - near.length), near.length);
            }
            var body = new ByteArrayOutputStream();
            body.writeBytes(
                    part(
                            "Content-Disposition: form-data; name=\"a\"",
                            "ñ".getBytes(StandardCharsets.UTF_8)));
            body.writeBytes(
                    part(
                            "content-disposition: form-data; name=f; filename=\"x\\\"y.pdf\"\r\n"
                                    + "Content-Type: a/b",
                            file));
            body.writeBytes(part("Content-Disposition: form-data; name=\"vacio\"", new byte[0]));
            body.writeBytes("--Borde--\r\nleftover".getBytes(StandardCharsets.UTF_8));
            var reader = new MultipartReader(inPieces(body.toByteArray(), random), "Borde");

            var first = reader.next();
            assertThat(first).as("seed %d", seed).isNotNull();
            assertThat(first.name()).isEqualTo("a");
            assertThat(first.fileName()).isNull();
            if (random.nextBoolean()) {
                assertThat(new String(first.body().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("ñ");
            }
            var second = reader.next();
            assertThat(second).isNotNull();
            assertThat(second.fileName()).isEqualTo("x\"y.pdf");
            assertThat(second.body().readAllBytes()).as("seed %d", seed).isEqualTo(file);
            var third = reader.next();
            assertThat(third).isNotNull();
            assertThat(third.body().readAllBytes()).isEmpty();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void refusesWhatEndsTooSoonOrIsNoForm() {
        for (var wrong :
                new String[] {
                    "",
                    "--B",
                    "--B\r\n",
                    "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nhalf",
                    "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
                    "--B\r\nno colon\r\n\r\nx\r\n--B--",
                    "--Bx\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B--",
                    "--B\r\n" + "x".repeat(20_000)
                }) {
            assertThatThrownBy(
                            () -> {
                                var in =
                                        new ByteArrayInputStream(
                                                wrong.getBytes(StandardCharsets.UTF_8));
                                var reader = new MultipartReader(in, "B");
                                for (var part = reader.next(); part != null; part = reader.next()) {
                                    part.body().readAllBytes();
                                }
                            })
                    .as(wrong)
                    .isInstanceOf(MultipartReader.Malformed.class);
        }
    }

    @Test
    void readsTheBoundaryOfAContentType() {
        assertThat(MultipartReader.boundary("multipart/form-data; boundary=\"a b\""))
                .isEqualTo("a b");
        assertThat(MultipartReader.boundary("Multipart/Form-Data;charset=utf-8;boundary=x"))
                .isEqualTo("x");
        assertThat(MultipartReader.boundary("multipart/form-data")).isNull();
        assertThat(MultipartReader.boundary("application/json")).isNull();
        assertThat(MultipartReader.boundary(null)).isNull();
    }

    @Test
    void prefersTheEncodedFileName() throws IOException {
        var head =
                "Content-Disposition: form-data; name=\"f\"; filename=\"n.pdf\";"
                        + " filename*=UTF-8''%C3%B1.pdf";
        var in =
                new ByteArrayInputStream(
                        (new String(part(head, new byte[0]), StandardCharsets.UTF_8) + "--Borde--")
                                .getBytes(StandardCharsets.UTF_8));
        var part = new MultipartReader(in, "Borde").next();
        assertThat(part).isNotNull();
        assertThat(part.fileName()).isEqualTo("ñ.pdf");
    }
}
