package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FailPoints.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A server that is killed with `kill -9` at seeded random places of an upload loses nothing it
/// acknowledged, claims nothing it does not have, and makes one object per key.
@Tag("process")
class CrashTest {
    private static final int UPLOADS = 6;

    @Test
    void survivesBeingKilledAtEachPlaceOfAnUpload() throws Exception {
        survives(Long.getLong("crash.seed", 20261122L), Point.values().length);
    }

    @Test
    @Tag("full")
    void survivesBeingKilledManyTimes() throws Exception {
        survives(Long.getLong("crash.seed", System.nanoTime()), 60);
    }

    private static void survives(long seed, int kills) throws Exception {
        System.out.println("crash.seed=" + seed + " kills=" + kills);
        var random = new Random(seed);
        try (var scene = new CrashScene(random)) {
            var points = new ArrayList<>(List.of(Point.values()));
            while (points.size() < kills) {
                points.add(points.get(random.nextInt(Point.values().length)));
            }
            for (var point : points) {
                var times = 1 + random.nextInt(UPLOADS);
                scene.newUploads(UPLOADS);
                scene.runUntilKilled(point, times);
                scene.checkWhatIsClaimed("killed at %s, time %d".formatted(point, times));
            }
            scene.finish();
            scene.checkWhatIsClaimed("at the end");
            scene.checkOneObjectPerKey();
            assertThat(scene.unfinished()).as("intents left open").isZero();
        }
    }
}
