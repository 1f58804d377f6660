package trastienda.installers.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/// What the benchmarks of the packages have in common.
final class Bench {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target/bench").toAbsolutePath();

    private Bench() {}

    static Build build() {
        return new Build(
                ROOT, TARGET, "0.1.0", FileTime.from(Instant.parse("2026-11-22T00:00:00Z")));
    }

    /// A jar of a test's own classes: a cache is trained from jars only.
    static Path jar(String name, List<Class<?>> classes) throws IOException {
        var jar = Files.createDirectories(TARGET).resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar), new Manifest())) {
            for (var type : classes) {
                var entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(entry));
                try (var bytes = type.getClassLoader().getResourceAsStream(entry)) {
                    if (bytes == null) {
                        throw new IOException("no " + entry);
                    }
                    bytes.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static double line(String name, double value, double baseline, double bar) {
        var ratio = value / baseline;
        System.out.printf(
                Locale.ROOT,
                "BENCH %s value=%.1f baseline=%.1f ratio=%.2f bar=%.2f%n",
                name,
                value,
                baseline,
                ratio,
                bar);
        return ratio;
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
