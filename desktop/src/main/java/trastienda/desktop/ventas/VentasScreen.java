package trastienda.desktop.ventas;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.EventSocket.Subscription;
import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fxml;
import trastienda.desktop.platform.fx.Paced;
import trastienda.desktop.platform.fx.Screen;
import trastienda.desktop.platform.fx.Settling;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Dialogs;
import trastienda.desktop.platform.ui.Overlays;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Yo;
import trastienda.shared.ventas.AccionVenta;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaFila;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// List, detail and form together.
final class VentasScreen implements Screen {
    private static final Duration CALM = Duration.ofMillis(90);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration RECOUNT = Duration.ofSeconds(10);

    /// How long a sale may take before its place opens without it.
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private static final int REHEARSALS = 2;

    private final VentasRoom room;
    private final VentasViewModel list;
    private final VentaViewModel detail;
    private final VentaFiles.Panel panel;
    private final VentaController detailController;
    private final VentasController controller;
    private final Parent node;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Settling<Long> opening;
    private final Paced recount;
    private Background.Running unfolding = () -> {};
    private boolean opened;
    private @Nullable Form form;
    private @Nullable Form prepared;

    VentasScreen(VentasRoom room) {
        this.room = room;
        var memory =
                new VistaMemory(
                        room.desk().settings(), room.desk().session().yo().map(Yo::id).orElse(0L));
        this.list =
                new VentasViewModel(
                        room.api(),
                        room.background()::run,
                        Clock.systemUTC(),
                        memory.vista(),
                        memory::keep);
        this.detail = new VentaViewModel(room.api(), room.background()::run, list::onFresh);
        this.panel = room.files().panel();
        this.detailController =
                new VentaController(
                        detail,
                        panel,
                        new VentaLinks(
                                this::correct,
                                () -> list.selectedProperty().set(null),
                                room.surface()::notice));
        Parent detailNode = Fxml.load(detailController, "venta.fxml");
        this.controller =
                new VentasController(
                        list,
                        detailNode,
                        new VentasController.VentasActions(
                                room.desk().session().may(Permiso.VENTAS_REGISTRAR),
                                !room.desk().session().may(Permiso.VENTAS_DATO_SENSIBLE),
                                room.background()::onFx,
                                this::create,
                                this::drop,
                                detailController::paste,
                                detailController::toggleFullScreen,
                                room.surface()::notice,
                                memory.columns(columns(room.desk().session())),
                                memory::keepColumns,
                                detailController::arrange),
                        room.surface().theme());
        this.node = Fxml.load(controller, "ventas.fxml");
        this.opening = new Settling<>(room.background(), CALM, detail::open);
        this.recount = new Paced(room.background(), SOON, RECOUNT, list::refreshTrays);
        list.selectedProperty().addListener((property, old, now) -> onSelected(now));
        detail.stateProperty().addListener((property, old, now) -> unfold(now));
    }

    /// Whoever sees their own sales only need not read whose they are.
    private static Set<Columna> columns(Session session) {
        var others =
                session.may(Permiso.VENTAS_VER_TODAS) || session.may(Permiso.VENTAS_VER_EQUIPO);
        return others
                ? EnumSet.allOf(Columna.class)
                : EnumSet.complementOf(EnumSet.of(Columna.AGENTE));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void shown() {
        var socket = room.desk().socket();
        subscriptions.add(
                socket.onEvent(
                        frame -> {
                            list.onEvent(frame);
                            detail.onEvent(frame);
                            if (VentaRef.id(frame) != null) {
                                recount.ask();
                            }
                        }));
        subscriptions.add(
                socket.onResync(
                        () -> {
                            list.refresh();
                            detail.refresh();
                        }));
        if (opened) {
            list.refresh();
            detail.refresh();
            prepareForm();
        } else {
            opened = true;
            list.open();
            room.background().run(Rehearsal::read, this::rehearse, VentasScreen::unreadable);
        }
        controller.focus();
    }

    /// A sale is opened sooner than a form.
    private void rehearse(Rehearsal rehearsal) {
        for (var i = 0; i < REHEARSALS; i++) {
            room.desk()
                    .ahead()
                    .add(() -> detailController.rehearse(rehearsal, controller::rehearse));
        }
        prepareForm();
    }

    private static void unreadable(Exception cause) {
        throw new IllegalStateException("a file of ours", cause);
    }

    @Override
    public void hidden() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        recount.drop();
    }

    private void onSelected(@Nullable Long id) {
        unfolding.cancel();
        if (id == null) {
            opening.drop();
            detail.open(null);
        } else {
            unfolding = room.background().after(PATIENCE, controller::showDetail);
            opening.take(id);
        }
    }

    /// The detail gets its place together with what it shows, which saves the list and itself a
    /// layout; a sale that takes its time is waited for in it.
    private void unfold(DetailState state) {
        if (state instanceof DetailState.Shown || state instanceof DetailState.Failed) {
            unfolding.cancel();
            controller.showDetail();
        }
    }

    void open(long id) {
        list.selectedProperty().set(id);
    }

    private void drop(VentaFila fila, List<Path> files) {
        list.selectedProperty().set(fila.id());
        room.background()
                .run(
                        () -> room.api().one(fila.id()),
                        venta -> {
                            opening.drop();
                            detail.open(venta.id());
                            detail.show(venta);
                            detailController.showFiles();
                            panel.drop(files);
                        },
                        cause -> detail.open(fila.id()));
    }

    void create() {
        openForm(null);
    }

    private void correct(VentaDetalle venta) {
        if (venta.acciones().contains(AccionVenta.CORREGIR)) {
            openForm(venta);
        }
    }

    private void openForm(@Nullable VentaDetalle original) {
        if (form != null && form.isBusy()) {
            return;
        }
        var ready = original == null ? prepared : null;
        if (ready != null) {
            prepared = null;
        }
        var opened = ready == null ? new Form(original) : ready;
        form = opened;
        opened.open();
    }

    /// The form of a new sale is the largest thing here: it is made before it is asked for.
    private void prepareForm() {
        if (!room.desk().session().may(Permiso.VENTAS_REGISTRAR)) {
            return;
        }
        room.desk()
                .ahead()
                .add(
                        () -> {
                            if (prepared == null && (form == null || !form.isBusy())) {
                                var made = new Form(null);
                                prepared = made;
                                room.surface().overlays().prepareSheet(made.node);
                            }
                        });
    }

    private void saved(Form from, VentaDetalle venta) {
        closed(from);
        room.surface()
                .notice(
                        Text.now(
                                from.model.isNew()
                                        ? "ventas.form.registrada"
                                        : "ventas.form.corregida",
                                venta.numero()));
        if (from.model.isNew()) {
            list.refresh();
        }
        list.selectedProperty().set(venta.id());
        opening.drop();
        detail.open(venta.id());
        detail.show(venta);
        list.onFresh(venta);
    }

    private void closed(Form which) {
        which.close();
        if (which.equals(form)) {
            form = null;
            prepareForm();
            controller.focus();
        }
    }

    /// A sale's form, on screen or ready to be.
    private final class Form {
        private final VentaFormViewModel model;
        private final VentaFormController controller;
        private final Region node;
        private final boolean places = room.desk().session().may(Permiso.VENTAS_REGISTRAR_POR_OTRO);
        private Overlays.@Nullable Opened sheet;

        Form(@Nullable VentaDetalle original) {
            model =
                    new VentaFormViewModel(
                            room.api(),
                            room.drafts(),
                            room.background()::run,
                            Clock.systemUTC(),
                            original);
            var links =
                    new FormLinks(
                            venta -> saved(this, venta),
                            () -> closed(this),
                            VentasScreen.this::askLeave,
                            room.desk().session().may(Permiso.VENTAS_EXCEPCION)
                                    ? VentasScreen.this::askAnyway
                                    : null);
            var field = room.files().field();
            if (original != null && original.confrontaNombreOriginal() != null) {
                field.keeps(original.confrontaNombreOriginal());
            }
            controller = new VentaFormController(model, field, room.background(), links, places);
            node = (Region) Fxml.load(controller, "venta-form.fxml");
        }

        void open() {
            sheet =
                    room.surface()
                            .overlays()
                            .sheet(
                                    node,
                                    () -> {
                                        controller.leave();
                                        return false;
                                    });
            model.open(places);
            controller.begin();
        }

        /// On screen, or saving although another place was gone to meanwhile, which takes it away.
        boolean isBusy() {
            return (sheet != null && sheet.isOpen())
                    || model.stateProperty().get() instanceof FormState.Saving;
        }

        void close() {
            if (sheet != null) {
                sheet.close();
            }
        }
    }

    private void askAnyway(String before, Consumer<String> then) {
        room.surface()
                .dialogs()
                .reason(
                        Text.of("ventas.form.excepcion.titulo"),
                        Text.of("ventas.form.excepcion.texto"),
                        new Dialogs.Reason(
                                Text.of("ventas.form.excepcion.registrar"), "accent", 1, before),
                        then);
    }

    /// Keeps the draft, throws it away, or goes on typing.
    private void askLeave(Runnable keep, Runnable discard) {
        var text = new Label();
        text.textProperty().bind(Text.of("ventas.form.salir.texto"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var opened =
                room.surface().dialogs().show(Text.of("ventas.form.salir.titulo"), text, buttons);
        var drop =
                Buttons.text(
                        Text.of("ventas.form.salir.descartar"),
                        () -> {
                            opened.close();
                            discard.run();
                        });
        drop.setId("salir-descartar");
        var go = Buttons.text(Text.of("ventas.form.salir.seguir"), opened::close);
        var stay =
                Buttons.text(
                        Text.of("ventas.form.salir.borrador"),
                        () -> {
                            opened.close();
                            keep.run();
                        });
        stay.setId("salir-borrador");
        stay.setDefaultButton(true);
        buttons.getChildren()
                .setAll(Buttons.styled(drop, "danger-text"), go, Buttons.styled(stay, "accent"));
        stay.requestFocus();
    }
}
