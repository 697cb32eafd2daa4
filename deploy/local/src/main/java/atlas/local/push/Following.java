package atlas.local.push;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Looks at an import until nothing more happens by itself. */
final class Following {

    private static final long SHORTEST_PAUSE = 300;
    private static final long LONGEST_PAUSE = 2_000;

    private final Api api;
    private final Screen screen;

    Following(Api api, Screen screen) {
        this.api = api;
        this.screen = screen;
    }

    FollowedImport toItsEnd(UUID id) throws InterruptedException {
        long pause = SHORTEST_PAUSE;
        while (true) {
            FollowedImport told = api.show(id);
            if (told.isSettled()) {
                screen.showLast(Gauge.working(told));
                return told;
            }
            screen.show(Gauge.working(told));
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(LONGEST_PAUSE, pause + pause / 4);
        }
    }
}
