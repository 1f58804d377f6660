package trastienda.server.platform.inspect;

import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// A child that does as the extension tells it: hang, crash, fill the memory, or answer.
public final class BadChild {
    private BadChild() {}

    /// Serves until told to fail.
    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(System.out);
        while (true) {
            in.readUTF();
            switch (in.readUTF()) {
                case "png" -> hang();
                case "jpg" -> Runtime.getRuntime().halt(9);
                case "docx" -> out.writeInt(new long[1 << 28].length);
                default -> Answers.write(out, new Accepted("application/pdf", "pdf"));
            }
        }
    }

    private static void hang() {
        while (System.nanoTime() != 0) {
            LockSupport.park();
        }
    }
}
