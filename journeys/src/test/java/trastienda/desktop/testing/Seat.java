package trastienda.desktop.testing;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

import trastienda.desktop.Desktop;
import trastienda.desktop.platform.fx.FxBackground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person before a window of the whole desktop: sees words, clicks, types, drops files, takes
/// pictures. Two seats on the same folder after each other are one desktop that was started again.
public final class Seat implements AutoCloseable {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /// Windows stand side by side, so that a click meets its own.
    private static final AtomicInteger OPEN = new AtomicInteger();

    /// TestFX's robot without its pauses: this class waits for what it wants to see instead.
    private final BaseRobot robot = new FxRobot().robotContext().getBaseRobot();

    private final Path folder;
    private final String url;
    private final Desktop desktop;
    private final Stage stage;

    private Seat(Path folder, String url, Desktop desktop, Stage stage) {
        this.folder = folder;
        this.url = url;
        this.desktop = desktop;
        this.stage = stage;
    }

    /// Opens a window whose desktop keeps its things in that folder.
    public static Seat open(Path folder, String url) {
        start();
        return fx(
                () -> {
                    var desktop =
                            new Desktop(
                                    folder,
                                    Map.of("TRASTIENDA_SERVER_URL", url),
                                    new FxBackground(),
                                    file -> {});
                    var stage = new Stage();
                    desktop.show(stage);
                    stage.setX((WIDTH + 20) * OPEN.getAndIncrement());
                    stage.setY(0);
                    stage.setWidth(WIDTH);
                    stage.setHeight(HEIGHT);
                    return new Seat(folder, url, desktop, stage);
                });
    }

    /// Starts JavaFX, once for all tests.
    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            var ready = new CompletableFuture<Boolean>();
            Platform.startup(() -> ready.complete(true));
            ready.join();
            Platform.setImplicitExit(false);
        }
    }

    /// The desktop's process dies and another starts on what its disk holds at this moment: what
    /// the first one still writes while its threads are stopped is thrown away.
    public Seat startAgain() throws IOException {
        var atOnce = folder.resolveSibling(folder.getFileName() + "-cortado");
        Soon.holds("the disk stands still for a moment", () -> Folders.copy(folder, atOnce));
        close();
        Soon.holds("the first one's folder is gone", () -> Folders.delete(folder));
        Files.move(atOnce, folder);
        return open(folder, url);
    }

    /// How bright the window is, from 0, black, to 1, white.
    public double brightness() {
        return Pictures.brightness(fx(() -> stage.getScene().snapshot(null)));
    }

    /// Signs in and waits for the list of sales.
    public Seat enter(String username) {
        sees("#user");
        type("#user", username);
        type("#pass", People.PASSWORD);
        click("#enter");
        sees("#ventas-count");
        return this;
    }

    /// Waits until a visible node matches; returns it.
    public Node sees(String selector) {
        try {
            return Soon.found("there is " + selector, () -> fx(() -> find(selector)));
        } catch (AssertionError vain) {
            picture("en-vano");
            throw vain;
        }
    }

    /// Whether a visible node matches now; on the FX thread.
    public boolean shows(String selector) {
        return find(selector).isPresent();
    }

    /// Whether a node matches, seen or not; on the FX thread.
    public boolean holds(String selector) {
        return roots().anyMatch(root -> root.lookup(selector) != null);
    }

    /// Waits until these words are somewhere on screen.
    public void reads(String words) {
        try {
            Soon.holds("one reads " + words, () -> fx(() -> words().anyMatch(has(words))));
        } catch (AssertionError vain) {
            picture("en-vano");
            throw new AssertionError(vain.getMessage() + ", but " + fx(() -> words().toList()));
        }
    }

    /// Waits until these words are nowhere.
    public void readsNoMore(String words) {
        Soon.holds("one no longer reads " + words, () -> fx(() -> words().noneMatch(has(words))));
    }

    /// All words on screen now.
    public List<String> allWords() {
        return fx(() -> words().toList());
    }

    private static Predicate<String> has(String words) {
        return shown -> shown.contains(words);
    }

    /// Clicks what the selector finds.
    public void click(String selector) {
        clickOn(sees(selector));
    }

    /// Clicks the node that shows exactly these words.
    public void clickWords(String words) {
        clickOn(Soon.found("one reads " + words, () -> fx(() -> labelled(words))));
    }

    /// Clicks the head of a column. A head does not sort on a click of the robot on the headless
    /// platform, so that it is handed press and release themselves.
    public void clickHead(String words) {
        var head = Soon.found("there is a head " + words, () -> fx(() -> labelled(words)));
        fx(
                () -> {
                    HeadClick.on(head);
                    return true;
                });
        settle();
    }

    /// Clicks the middle of a node.
    public void clickOn(Node node) {
        var bounds = fx(() -> node.localToScreen(node.getBoundsInLocal()));
        robot.moveMouse(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
        robot.pressMouse(MouseButton.PRIMARY);
        robot.releaseMouse(MouseButton.PRIMARY);
        settle();
    }

    /// Lets the FX thread finish what it was given.
    private static void settle() {
        fx(() -> true);
        fx(() -> true);
    }

    /// Replaces what a field says.
    public void type(String selector, String text) {
        var field = sees(selector);
        clickOn(field);
        fx(
                () -> {
                    if (field instanceof TextInputControl input) {
                        input.selectAll();
                    }
                    return true;
                });
        write(text);
    }

    /// Types into what has the focus.
    public void write(String text) {
        var scene = stage.getScene();
        text.chars()
                .mapToObj(Character::toString)
                .forEach(one -> robot.typeKeyboard(scene, KeyCode.UNDEFINED, one));
        settle();
    }

    /// Presses keys together.
    public void press(KeyCode... keys) {
        for (var key : keys) {
            robot.pressKeyboard(key);
        }
        for (var key : List.of(keys).reversed()) {
            robot.releaseKeyboard(key);
        }
        settle();
    }

    /// The words of each row of the table that is on screen, from the top.
    public List<String> rows() {
        return fx(
                () ->
                        stage.getScene().getRoot().lookupAll(".table-row-cell").stream()
                                .filter(Seat::isShown)
                                .filter(row -> row instanceof TableRow<?> one && !one.isEmpty())
                                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                                .map(
                                        row ->
                                                all(row).filter(Seat::isShown)
                                                        .map(Seat::text)
                                                        .filter(Objects::nonNull)
                                                        .distinct()
                                                        .collect(Collectors.joining(" · ")))
                                .toList());
    }

    /// Waits until every row on screen says this.
    public void everyRowReads(String words) {
        Soon.holds(
                "every row reads " + words,
                () -> !rows().isEmpty() && rows().stream().allMatch(has(words)));
    }

    /// The row of the table that shows these words.
    public Node row(String words) {
        return Soon.found(
                "there is a row with " + words,
                () ->
                        fx(
                                () ->
                                        stage
                                                .getScene()
                                                .getRoot()
                                                .lookupAll(".table-row-cell")
                                                .stream()
                                                .filter(Seat::isShown)
                                                .filter(
                                                        row ->
                                                                all(row).map(Seat::text)
                                                                        .anyMatch(words::equals))
                                                .findFirst()));
    }

    /// Drops files onto a node, as the system does: hit-testing and all. Says whether they were
    /// taken.
    public boolean drop(Node target, Path... files) {
        return fx(() -> Drop.on(stage, target, files));
    }

    /// Keeps what the window shows as `desktop/target/screenshots/NAME.png`.
    public void picture(String name) {
        Pictures.keep(name, fx(() -> stage.getScene().snapshot(null)));
    }

    /// The window.
    public Stage stage() {
        return stage;
    }

    /// Runs on the FX thread and waits.
    public static <T> T fx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception | AssertionError failed) {
                        done.completeExceptionally(failed);
                    }
                });
        return done.join();
    }

    private Optional<Node> find(String selector) {
        return roots().flatMap(root -> root.lookupAll(selector).stream())
                .filter(Seat::isShown)
                .findFirst();
    }

    private Optional<Node> labelled(String words) {
        return roots().flatMap(Seat::all)
                .filter(node -> words.equals(plain(text(node))))
                .filter(Seat::isShown)
                .findFirst();
    }

    /// Money and numbers are held together by spaces that do not break.
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : text.replace('\u00a0', ' ');
    }

    private Stream<String> words() {
        return roots().flatMap(Seat::all)
                .filter(Seat::isShown)
                .map(Seat::text)
                .filter(text -> text != null && !text.isBlank())
                .map(String::valueOf);
    }

    /// The window's own tree first, then what popped up of it.
    private Stream<Parent> roots() {
        var popups =
                Window.getWindows().stream()
                        .filter(PopupWindow.class::isInstance)
                        .map(window -> window.getScene().getRoot());
        return Stream.concat(popups, Stream.of(stage.getScene().getRoot()));
    }

    private static Stream<Node> all(Node root) {
        var nodes = new ArrayList<Node>();
        collect(root, nodes);
        return nodes.stream();
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static @Nullable String text(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            case TextInputControl input -> input.getText();
            default -> null;
        };
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return node.getScene() != null && bounds.getWidth() > 0;
    }

    @Override
    public void close() {
        fx(
                () -> {
                    if (stage.isShowing()) {
                        OPEN.decrementAndGet();
                        stage.hide();
                        desktop.close();
                    }
                    return true;
                });
    }
}
