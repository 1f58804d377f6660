package trastienda.desktop.confrontas;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.Connection;
import trastienda.desktop.platform.api.ConnectionState;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.fx.Fxml;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.list.Fetcher;
import trastienda.desktop.platform.place.Tray;
import trastienda.desktop.platform.transfer.Pace;
import trastienda.desktop.platform.transfer.TransferQueue;
import trastienda.desktop.platform.ui.Dialogs;
import trastienda.desktop.platform.ui.Toast;
import trastienda.desktop.platform.ui.Toasts;
import trastienda.desktop.platform.vault.Vault;
import trastienda.desktop.ventas.Claim;
import trastienda.desktop.ventas.Finding;
import trastienda.desktop.ventas.VentaFiles;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The files of sales for one signed-in person: the queue of what is on its way, the card and the
/// field for the place *Ventas*, and the tray for the shell. Closed when the person signs out.
public final class ConfrontasFeature implements VentaFiles, AutoCloseable {
    private final HttpConfrontas api;
    private final Background background;
    private final Fetcher fetcher;
    private final TransferQueue queue;
    private final OpenedFiles opened;
    private final Outside outside;
    private final TrayViewModel tray;
    private final Subscription heard;
    private final List<ArchivosViewModel> cards = new ArrayList<>();

    /// What the feature needs of the window and the system.
    ///
    /// @param viewer opens a file with the system's program for it
    public record Outside(Toasts toasts, Dialogs dialogs, Viewer viewer) {
        void notice(String words) {
            toasts.show(Toast.of(words));
        }

        /// Tells what went wrong with the file of a sale that is not on screen.
        void missed(String numero, Exception cause) {
            notice(Text.now("confrontas.de_la_venta", numero, Refusals.words(cause).getValue()));
        }
    }

    /// Takes up what an earlier session left in the vault. Reads the disk.
    public ConfrontasFeature(
            ApiClient client,
            Connection connection,
            Background background,
            Vault vault,
            OpenedFiles opened,
            Outside outside)
            throws IOException {
        this.api = new HttpConfrontas(client);
        this.background = background;
        this.fetcher = background::run;
        this.opened = opened;
        this.outside = outside;
        this.queue = new TransferQueue(vault, api, Clock.systemUTC(), Pace.usual());
        this.tray = new TrayViewModel(queue, background::onFx);
        queue.subscribe(
                transfer ->
                        background.onFx(() -> cards.forEach(card -> card.onTransfer(transfer))));
        this.heard =
                connection
                        .stateProperty()
                        .subscribe(
                                (old, now) -> {
                                    if (now instanceof ConnectionState.Online) {
                                        queue.retryNow();
                                    }
                                });
    }

    /// *Archivos en curso* for the shell.
    ///
    /// @param sale goes to the sale of a transfer
    public Tray tray(LongConsumer sale) {
        return new Tray() {
            @Override
            public Node closed(Runnable toggle) {
                return new TrayBar(tray, toggle).node();
            }

            @Override
            public Region open() {
                return new TrayPane(tray, sale);
            }
        };
    }

    @Override
    public Panel panel() {
        var preview = new PreviewViewModel(fetcher);
        var model = new ArchivosViewModel(api, queue, fetcher, opened, preview);
        cards.add(model);
        var proof = new ProofViewModel(preview);
        var controller = new ArchivosController(model, proof, outside);
        Node node = Fxml.load(controller, "archivos.fxml");
        model.shownProperty()
                .addListener(
                        (property, old, now) -> proof.setCurrent(now != null && now.vigente()));
        return new Card(model, proof, controller, node);
    }

    @Override
    public Field field() {
        return new FieldController(new FieldViewModel(queue, fetcher, outside::missed));
    }

    /// Stops what is under way; the next session goes on with it.
    @Override
    public void close() {
        heard.unsubscribe();
        queue.close();
        background.start("opened files", opened::close);
    }

    private record Card(
            ArchivosViewModel model, ProofViewModel proof, ArchivosController controller, Node node)
            implements Panel {
        @Override
        public void show(@Nullable VentaDetalle venta) {
            model.show(venta);
        }

        @Override
        public void drop(List<Path> files) {
            controller.drop(files);
        }

        @Override
        public boolean paste() {
            return controller.paste();
        }

        @Override
        public void toggleFullScreen() {
            controller.toggleFullScreen();
        }

        @Override
        public void onChanged(Runnable action) {
            controller.onChanged(action);
        }

        @Override
        public void prove(List<Claim> claims, Consumer<Map<String, Finding>> findings) {
            proof.prove(claims, findings);
        }

        @Override
        public void turnTo(int page) {
            model.preview().turnTo(page);
        }

        @Override
        public void refresh() {
            model.refresh();
        }
    }
}
