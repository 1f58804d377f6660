package trastienda.desktop.confrontas;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import trastienda.desktop.ventas.Claim;
import trastienda.desktop.ventas.Finding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Looks for the sale's values in the text of its confronta. A picture has no text: then there are
/// no findings, and people compare by eye.
final class ProofViewModel {
    private final PreviewViewModel preview;
    private final ObservableList<Mark> marks = FXCollections.observableArrayList();
    private final ObservableList<Mark> shown = FXCollections.unmodifiableObservableList(marks);
    private List<Claim> claims = List.of();
    private Consumer<Map<String, Finding>> told = findings -> {};
    private boolean current;

    /// A found value's place.
    ///
    /// @param page counted from 0
    record Mark(int page, PageText.Box box) {}

    private record Outcome(Map<String, Finding> findings, List<Mark> marks) {}

    ProofViewModel(PreviewViewModel preview) {
        this.preview = preview;
        // the first page comes first: both need the file for themselves
        preview.rasterProperty()
                .addListener(
                        (property, old, now) -> {
                            if (old == null || now == null) {
                                search();
                            }
                        });
    }

    /// Whether the file shown is the one that proves the sale, not an older one.
    void setCurrent(boolean now) {
        if (current != now) {
            current = now;
            search();
        }
    }

    /// Looks for these values from now on; `findings` hears the outcome of each file, by field.
    void prove(List<Claim> wanted, Consumer<Map<String, Finding>> findings) {
        told = findings;
        if (!claims.equals(wanted)) {
            claims = List.copyOf(wanted);
            search();
        }
    }

    private void search() {
        marks.clear();
        told.accept(Map.of());
        if (!current || claims.isEmpty() || preview.rasterProperty().get() == null) {
            return;
        }
        var wanted = claims;
        preview.read(
                open -> look(open, wanted),
                outcome -> {
                    if (current && claims.equals(wanted)) {
                        marks.setAll(outcome.marks().stream().distinct().toList());
                        told.accept(outcome.findings());
                    }
                });
    }

    private static Outcome look(Preview open, List<Claim> claims) throws IOException {
        var findings = new LinkedHashMap<String, Finding>();
        var marks = new ArrayList<Mark>();
        var text = new ArrayList<PageText>();
        for (var page = 0; page < Math.min(open.pages(), Preview.SEARCHED); page++) {
            text.add(open.text(page));
        }
        if (text.stream().allMatch(page -> page.glyphs().isEmpty())) {
            return new Outcome(findings, marks);
        }
        for (var claim : claims) {
            findings.put(claim.campo(), find(claim, text, marks));
        }
        return new Outcome(findings, marks);
    }

    private static Finding find(Claim claim, List<PageText> text, List<Mark> marks) {
        for (var page : text) {
            for (var spelling : claim.spellings()) {
                var boxes = page.find(spelling);
                if (!boxes.isEmpty()) {
                    boxes.forEach(box -> marks.add(new Mark(page.page(), box)));
                    return new Finding.OnPage(page.page());
                }
            }
        }
        return new Finding.Missing();
    }

    /// The places of what was found, on all pages.
    ObservableList<Mark> marks() {
        return shown;
    }
}
