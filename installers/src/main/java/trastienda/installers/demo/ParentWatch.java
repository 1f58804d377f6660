package trastienda.installers.demo;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

/// Runs another program's `main` and ends it, in good order, as soon as the process that started it
/// is gone: a killed launcher leaves nothing behind.
public final class ParentWatch {
    /// The system property with the process id that is watched.
    static final String PROPERTY = "trastienda.parent";

    /// What the program says on standard output when it begins to end; what Java has to write may
    /// keep it for seconds after that.
    static final String ENDS = "trastienda: ends";

    private ParentWatch() {}

    /// `MAIN-CLASS ARGUMENTS…`
    public static void main(String[] args) throws Exception {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> System.out.println(ENDS)));
        } catch (IllegalStateException stoppedBeforeItBegan) {
            return;
        }
        endWith(ProcessHandle.of(Long.getLong(PROPERTY, -1)));
        try {
            Class.forName(args[0])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /// Ends this process, in good order, once the other one is gone; at once when it already is.
    static void endWith(Optional<ProcessHandle> other) {
        Thread.ofPlatform()
                .daemon()
                .name("parent-watch")
                .start(
                        () -> {
                            other.ifPresent(process -> process.onExit().join());
                            System.exit(0);
                        });
    }
}
