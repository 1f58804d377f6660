package trastienda.desktop.identidad;

import atlantafx.base.controls.PasswordTextField;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.api.SessionState;
import trastienda.desktop.platform.api.SessionState.Why;
import trastienda.desktop.platform.fx.Fx;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Badge;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.Note;
import trastienda.desktop.platform.ui.Reference;
import trastienda.shared.identidad.Yo;
import trastienda.shared.problem.ProblemCode;

/// Binds the sign-in screen to its view model.
final class IngresoController {

    /// The room they take once a demo's server answers: the form does not move then.
    private static final double FIVE_PEOPLE = 352;

    private final IngresoViewModel model;
    private final IngresoLinks links;

    @FXML private StackPane root;
    @FXML private HBox middle;
    @FXML private VBox formSlot;
    @FXML private VBox form;
    @FXML private Label title;
    @FXML private Label serverLabel;
    @FXML private Label serverName;
    @FXML private Region serverDot;
    @FXML private Label serverWords;
    @FXML private Button serverChange;
    @FXML private VBox notes;
    @FXML private Label userLabel;
    @FXML private TextField user;
    @FXML private Label passLabel;
    @FXML private PasswordTextField pass;
    @FXML private Label caps;
    @FXML private Button enter;
    @FXML private HBox demo;
    @FXML private HBox demoBadge;
    @FXML private Label demoWords;
    @FXML private VBox people;
    @FXML private Label demoPassLabel;
    @FXML private Label demoPass;
    @FXML private MenuButton language;
    @FXML private MenuButton theme;
    @FXML private Label foot;

    IngresoController(IngresoViewModel model, IngresoLinks links) {
        this.model = model;
        this.links = links;
    }

    @FXML
    void initialize() {
        words();
        Passwords.dress(pass);
        links.choices().language(language);
        links.choices().theme(theme);
        fields();
        demoBadge
                .getChildren()
                .add(
                        Badge.of(
                                Family.VIOLET,
                                "fth-play-circle",
                                Text.of("identidad.ingreso.demostracion")));
        model.serverProperty().subscribe(this::showServer);
        model.stateProperty().subscribe(this::showState);
        model.whyProperty().subscribe(why -> showNotes());
    }

    private void words() {
        title.textProperty().bind(Text.of("identidad.ingreso.titulo"));
        serverLabel.textProperty().bind(Text.of("identidad.ingreso.servidor"));
        serverChange.textProperty().bind(Text.of("identidad.ingreso.cambiar_servidor"));
        userLabel.textProperty().bind(Text.of("identidad.ingreso.usuario"));
        passLabel.textProperty().bind(Text.of("identidad.ingreso.clave"));
        demoWords.textProperty().bind(Text.of("identidad.ingreso.elija"));
        demoPassLabel.textProperty().bind(Text.of("identidad.ingreso.clave_de_todas"));
        caps.textProperty().bind(Text.of("identidad.ingreso.mayusculas"));
        caps.setGraphic(Icons.of("fth-alert-triangle"));
        foot.textProperty().bind(Text.of("identidad.ingreso.pie"));
    }

    private void fields() {
        userLabel.setLabelFor(user);
        passLabel.setLabelFor(pass);
        user.accessibleTextProperty().bind(userLabel.textProperty());
        pass.accessibleTextProperty().bind(passLabel.textProperty());
        user.textProperty().bindBidirectional(model.usernameProperty());
        pass.passwordProperty()
                .addListener((property, old, now) -> model.passwordProperty().set(now));
        model.passwordProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!now.equals(pass.getPassword())) {
                                pass.setText(now);
                            }
                        });
        user.setOnAction(event -> pass.requestFocus());
        enter.setOnAction(event -> model.submit());
        pass.setOnAction(event -> model.submit());
        serverChange.setOnAction(event -> links.changeServer().run());
        root.addEventFilter(KeyEvent.ANY, event -> showCaps());
        pass.focusedProperty().subscribe(focused -> showCaps());
        user.textProperty().addListener(property -> showPeople());
    }

    private void showCaps() {
        caps.setVisible(pass.isFocused() && Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    /// The screen comes up; `remembered` is who was in last.
    void shown(Why why, String remembered) {
        if (model.usernameProperty().get().isEmpty()) {
            model.usernameProperty().set(remembered);
        }
        serverName.setText(links.server().get());
        pass.setRevealPassword(false);
        model.open(why);
        showCaps();
        Fx.focus(user.getText().isEmpty() ? user : pass);
    }

    /// The address was changed.
    void serverChanged() {
        serverName.setText(links.server().get());
        model.askServer();
    }

    private void showServer(ServerState state) {
        serverDot.getStyleClass().removeIf(name -> name.startsWith("text-"));
        switch (state) {
            case ServerState.Asking() -> {
                serverDot.getStyleClass().add("text-muted");
                serverWords.textProperty().bind(Text.of("identidad.ingreso.preguntando"));
            }
            case ServerState.Answers(var info) -> {
                serverDot.getStyleClass().add("text-success");
                serverWords
                        .textProperty()
                        .bind(Text.of("identidad.ingreso.responde", info.version()));
            }
            case ServerState.Away(var failure) -> {
                serverDot.getStyleClass().add("text-danger");
                serverWords.textProperty().bind(Text.of(whyAway(failure)));
            }
        }
        showNotes();
        showPeople();
        refreshEnter();
    }

    private static String whyAway(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Offline() -> "identidad.ingreso.no_responde";
            case ApiFailure.TooOld(), ApiFailure.TooNew() -> "identidad.ingreso.no_sirve";
            case ApiFailure.Refused refused -> "identidad.ingreso.falla";
            case ApiFailure.SignedOut(), ApiFailure.Cancelled() -> "identidad.ingreso.falla";
            case ApiFailure.Unexpected unexpected -> "identidad.ingreso.falla";
        };
    }

    private void showState(IngresoState state) {
        if (state instanceof IngresoState.MustChange(var yo)) {
            mustChange(yo);
        } else if (formSlot.getChildren().size() != 1 || form.getParent() == null) {
            formSlot.getChildren().setAll(form);
            pass.setRevealPassword(false);
            showPeople();
            user.requestFocus();
        }
        showNotes();
        refreshEnter();
        // Only now can the field have the keyboard again: it was off while the server was asked.
        if (state instanceof IngresoState.Failed) {
            pass.requestFocus();
            pass.selectAll();
        }
    }

    private void refreshEnter() {
        var checking = model.stateProperty().get() instanceof IngresoState.Checking;
        enter.textProperty()
                .bind(
                        Text.of(
                                checking
                                        ? "identidad.ingreso.entrando"
                                        : "identidad.ingreso.entrar"));
        user.setDisable(checking);
        pass.setDisable(checking);
        enter.setDisable(
                checking
                        || (model.serverProperty().get() instanceof ServerState.Away(var failure)
                                && !(failure instanceof ApiFailure.Offline)));
    }

    private void showNotes() {
        notes.getChildren().clear();
        switch (model.stateProperty().get()) {
            case IngresoState.Failed(var failure) -> failed(failure);
            case IngresoState.Typing typing -> standing();
            case IngresoState.Checking checking -> standing();
            case IngresoState.MustChange must -> standing();
        }
    }

    private void standing() {
        if (model.serverProperty().get() instanceof ServerState.Away(var failure)) {
            failed(failure);
            return;
        }
        var why = model.whyProperty().get();
        if (why == SessionState.Why.EXPIRED) {
            note(Family.AMBER, "fth-clock", "identidad.ingreso.vencida");
        } else if (why == SessionState.Why.DISABLED) {
            note(Family.RED, "fth-user-x", "identidad.ingreso.inactiva");
        }
    }

    private void note(Family family, String icon, String key) {
        notes.getChildren().add(new Note(family, icon, Text.of(key)));
    }

    private void failed(ApiFailure failure) {
        var note =
                switch (failure) {
                    case ApiFailure.Offline() ->
                            new Note(
                                            Family.AMBER,
                                            "fth-wifi-off",
                                            Text.of("identidad.ingreso.servidor_lejos"))
                                    .action(retry());
                    case ApiFailure.TooOld(), ApiFailure.TooNew() ->
                            new Note(Family.AMBER, "fth-alert-triangle", FailureText.of(failure))
                                    .action(retry());
                    case ApiFailure.Unexpected(var reference) ->
                            new Note(Family.RED, "fth-alert-triangle", FailureText.of(failure))
                                    .action(Reference.of(reference));
                    case ApiFailure.Refused refused ->
                            new Note(Family.RED, "fth-alert-circle", words(refused));
                    case ApiFailure.SignedOut(), ApiFailure.Cancelled() ->
                            new Note(Family.RED, "fth-alert-circle", FailureText.of(failure));
                };
        notes.getChildren().add(note);
    }

    /// What the server says to any program is short; a person is also told what to do.
    private static ObservableValue<String> words(ApiFailure.Refused refused) {
        return refused.problem().code() == ProblemCode.CREDENCIALES_INVALIDAS
                ? Text.of("identidad.ingreso.incorrectos")
                : FailureText.of(refused);
    }

    private Button retry() {
        var button =
                Buttons.plain(Text.of("estado.reintentar"), "fth-refresh-cw", model::askServer);
        return Buttons.styled(button, "small");
    }

    private void showPeople() {
        var offered = model.demo();
        var coming = offered.isEmpty() && model.awaitsServer();
        demo.setVisible(!offered.isEmpty());
        demo.setManaged(!offered.isEmpty() || coming);
        people.setMinHeight(coming ? FIVE_PEOPLE : Region.USE_COMPUTED_SIZE);
        people.getChildren()
                .setAll(
                        offered.stream()
                                .map(
                                        one ->
                                                PersonCard.of(
                                                        one,
                                                        one.username().equals(user.getText()),
                                                        () -> choose(one)))
                                .toList());
        demoPass.setText(offered.isEmpty() ? "" : offered.getFirst().clave());
    }

    private void choose(trastienda.shared.operacion.CuentaDemo person) {
        enter.requestFocus();
        model.choose(person);
        model.submit();
    }

    private void mustChange(Yo yo) {
        formSlot.getChildren().setAll(links.mustChange().apply(yo));
        demo.setVisible(false);
        demo.setManaged(false);
    }

    /// The whole screen is now as wide as that.
    void arrange(double width) {
        var gap = width < 1200 ? 24 : 48;
        middle.setSpacing(gap);
        demo.setSpacing(gap);
    }
}
