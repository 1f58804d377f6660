package trastienda.server.platform.inspect;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A verdict as it travels from the child: a mark and two texts.
final class Answers {
    private static final int ACCEPTED = 1;
    private static final int REFUSED = 2;
    private static final int LONGEST = 500;

    private Answers() {}

    static void write(DataOutputStream out, Verdict verdict) throws IOException {
        switch (verdict) {
            case Accepted(var contentType, var extension) -> {
                out.writeByte(ACCEPTED);
                out.writeUTF(contentType);
                out.writeUTF(extension);
            }
            case Refused(var regla, var found) -> {
                out.writeByte(REFUSED);
                out.writeUTF(regla.wire());
                out.writeUTF(found.length() > LONGEST ? found.substring(0, LONGEST) : found);
            }
        }
        out.flush();
    }

    static Verdict read(DataInputStream in) throws IOException {
        var mark = in.readByte();
        var first = in.readUTF();
        var second = in.readUTF();
        return switch (mark) {
            case ACCEPTED -> new Accepted(first, second);
            case REFUSED -> new Refused(Regla.of(first), second);
            default -> throw new IOException("the inspector answered " + mark);
        };
    }
}
