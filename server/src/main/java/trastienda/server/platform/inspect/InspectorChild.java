package trastienda.server.platform.inspect;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

import javax.imageio.ImageIO;

/// The child process: reads a path and an extension from standard input, checks the file, writes
/// the verdict to standard output. It ends when its parent does, which closes standard input.
public final class InspectorChild {
    private record Request(Path file, String extension) {}

    private InspectorChild() {}

    /// Serves until standard input ends.
    public static void main(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(System.out));
        // a library that prints must not write into the answers
        System.setOut(new PrintStream(System.err, true, System.err.charset()));
        quiet();
        ImageIO.setUseCache(false);
        var requests = new LinkedBlockingQueue<Request>();
        Thread.ofPlatform()
                .daemon()
                // deep nesting is a bomb, not a reason to run out of stack early
                .stackSize(8L << 20)
                .name("checks")
                .start(() -> work(requests, out));
        try (var in = new DataInputStream(new BufferedInputStream(System.in))) {
            while (true) {
                requests.add(new Request(Path.of(in.readUTF()), in.readUTF()));
            }
        } catch (EOFException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    /// Nobody set up this process's log: without that everything a library traces would be said,
    /// and push the last words of a child that dies out of what its parent keeps of them.
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            log.getLogger("org.apache.pdfbox").setLevel(Level.ERROR);
        }
    }

    private static void work(LinkedBlockingQueue<Request> requests, DataOutputStream out) {
        var checks = new ContentCheck();
        try {
            while (true) {
                var request = requests.take();
                Answers.write(out, judge(checks, request));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static Verdict judge(ContentCheck checks, Request request) {
        try {
            return checks.check(request.file, request.extension);
        } catch (StackOverflowError nested) {
            return new Refused(Regla.ARCHIVO_BOMBA, "nesting");
        } catch (IOException | RuntimeException e) {
            return new Refused(Regla.ARCHIVO_NO_SE_PUDO_REVISAR, e.getClass().getSimpleName());
        }
    }
}
