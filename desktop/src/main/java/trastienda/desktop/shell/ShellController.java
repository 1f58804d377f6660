package trastienda.desktop.shell;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.identidad.Grupos;
import trastienda.desktop.platform.api.ConnectionState;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.ui.AppIcon;
import trastienda.desktop.platform.ui.Avatar;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.KeyCap;
import trastienda.desktop.platform.ui.Surface;
import trastienda.shared.identidad.Yo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Binds the shell's FXML to its view model and arranges it for the window's width.
final class ShellController {
    private static final double WIDE = 1360;
    private static final double MEDIUM = 1000;
    private static final double SMALL = 700;
    private static final double SEARCH = 400;
    private static final double TRAY_HEIGHT = 196;

    private final ShellViewModel model;
    private final Runnable openPalette;
    private final Shell.Ground ground;
    private final Surface surface;
    private final ShellLinks links;
    private final Clock time = Clock.systemUTC();
    private Background.Running ticking = () -> {};
    private Subscription language = Subscription.EMPTY;
    private @Nullable Region tray;
    private @Nullable NavMenu menu;

    @FXML private BorderPane root;
    @FXML private VBox nav;
    @FXML private HBox brand;
    @FXML private Label brandName;
    @FXML private VBox items;
    @FXML private HBox collapseSlot;
    @FXML private HBox top;
    @FXML private Label title;
    @FXML private Button search;
    @FXML private Label pill;
    @FXML private MenuButton user;
    @FXML private StackPane middle;
    @FXML private HBox traySlot;
    @FXML private Label serverVersion;
    @FXML private Label clock;

    ShellController(
            ShellViewModel model,
            Runnable openPalette,
            Shell.Ground ground,
            Surface surface,
            ShellLinks links) {
        this.model = model;
        this.openPalette = openPalette;
        this.ground = ground;
        this.surface = surface;
        this.links = links;
    }

    @FXML
    void initialize() {
        brand.getChildren().addFirst(AppIcon.node(24));
        brandName.getStyleClass().add("text-section");
        menu = new NavMenu(model, items, collapseSlot);
        model.currentProperty().subscribe(this::showPlace);
        searchField();
        ground.connection().stateProperty().subscribe(this::showConnection);
        ground.session().yo().ifPresent(this::userMenu);
        statusBar();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        root.widthProperty().subscribe(width -> arrange());
        root.sceneProperty().subscribe(scene -> arrange());
        model.collapsedProperty().subscribe(collapsed -> arrange());
    }

    private void searchField() {
        var words = new Label();
        words.textProperty().bind(Text.of("shell.buscar"));
        words.getStyleClass().add("text-muted");
        words.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, Icons.of("fth-search"), words, gap, new KeyCap("Ctrl K"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(search.widthProperty().subtract(20));
        search.setGraphic(row);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.accessibleTextProperty().bind(words.textProperty());
        search.setOnAction(event -> openPalette.run());
    }

    private void showPlace(@Nullable Place place) {
        if (place == null) {
            middle.getChildren().clear();
            return;
        }
        title.textProperty().bind(Text.of(place.titleKey()));
        var shown = tray;
        middle.getChildren().setAll(model.screen(place).node());
        if (shown != null) {
            middle.getChildren().add(shown);
        }
    }

    private void showConnection(ConnectionState state) {
        pill.getStyleClass().removeIf(name -> name.startsWith("family-"));
        switch (state) {
            case ConnectionState.Online() -> {
                var dot = new Region();
                dot.getStyleClass().add("dot");
                pill.setGraphic(dot);
                pill.textProperty().bind(Text.of("shell.en_linea"));
            }
            case ConnectionState.Reconnecting() -> {
                Family.AMBER.paint(pill);
                pill.setGraphic(Icons.of("fth-refresh-cw", 13));
                pill.textProperty().bind(Text.of("shell.reconectando"));
            }
            case ConnectionState.Offline(var since) -> {
                Family.AMBER.paint(pill);
                pill.setGraphic(Icons.of("fth-wifi-off", 13));
                pill.textProperty()
                        .bind(
                                Text.live(
                                        () -> Text.now("shell.sin_conexion", age(since)),
                                        clock.textProperty()));
            }
        }
    }

    private String age(Instant since) {
        var age = Duration.between(since, time.instant());
        return Formats.duration(
                age.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : age);
    }

    private void userMenu(Yo yo) {
        user.setText(yo.nombre());
        user.setGraphic(new Avatar(yo.nombre(), 24));
        var who = new MenuItem();
        who.setMnemonicParsing(false);
        who.textProperty().bind(Text.live(() -> yo.username() + " · " + Grupos.names(yo.grupos())));
        who.setDisable(true);
        who.getStyleClass().add("menu-caption");
        user.getItems().setAll(who, new SeparatorMenuItem());
        user.getItems().addAll(surface.choices().menus());
        user.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("shell.cambiar_clave", "fth-lock", links.changePassword()),
                        item("shell.salir", "fth-log-out", links.signOut()));
    }

    private static MenuItem item(String key, String icon, Runnable action) {
        var item = new MenuItem();
        item.textProperty().bind(Text.of(key));
        item.setGraphic(Icons.of(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void statusBar() {
        var offered = links.tray();
        if (offered != null) {
            traySlot.getChildren().setAll(offered.closed(this::toggleTray));
        }
        serverVersion.textProperty().bind(Text.of("shell.servidor", links.serverVersion()));
        tick();
        ticking = ground.background().every(Duration.ofSeconds(5), this::tick);
        language = Text.languageProperty().subscribe(this::tick);
    }

    private void tick() {
        clock.setText(Text.now("shell.reloj", Formats.clock(time.instant())));
    }

    /// Escape that nothing else took closes the tray.
    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && tray != null) {
            key.consume();
            toggleTray();
        }
    }

    private void toggleTray() {
        var offered = links.tray();
        if (offered == null) {
            return;
        }
        var shown = tray;
        if (shown != null) {
            middle.getChildren().remove(shown);
            tray = null;
            return;
        }
        Region opened = offered.open();
        opened.setMinHeight(0);
        opened.setPrefHeight(TRAY_HEIGHT);
        opened.setMaxHeight(TRAY_HEIGHT);
        StackPane.setAlignment(opened, Pos.BOTTOM_CENTER);
        middle.getChildren().add(opened);
        tray = opened;
    }

    private void arrange() {
        // Before its first layout the shell is as wide as its window.
        var scene = root.getScene();
        var width = root.getWidth() > 0 || scene == null ? root.getWidth() : scene.getWidth();
        var narrow = width > 0 && width < WIDE;
        var collapsed = narrow || model.collapsedProperty().get();
        var classes = nav.getStyleClass();
        classes.remove("collapsed");
        if (collapsed) {
            classes.add("collapsed");
        }
        brandName.setVisible(!collapsed);
        brandName.setManaged(!collapsed);
        if (menu != null) {
            menu.collapse(collapsed, narrow);
        }
        search.setPrefWidth(width < MEDIUM ? SEARCH * 0.7 : SEARCH);
        search.setMinWidth(width < SMALL ? 48 : 160);
        show(clock, width >= SMALL);
        show(serverVersion, width >= MEDIUM);
        user.setContentDisplay(width < MEDIUM ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        top.setSpacing(width < MEDIUM ? 8 : 16);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    void close() {
        ticking.cancel();
        language.unsubscribe();
    }
}
