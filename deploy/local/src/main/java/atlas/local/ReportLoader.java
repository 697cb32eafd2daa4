package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Loads what the report states through the public API, once; broken off, it goes on the next time. */
final class ReportLoader {

    private static final int STEP = 50;
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final int STEADY_LOOKS = 3;
    private static final long LOOK_MILLIS = 300;

    private final PublicApi api;
    private final Console console;

    ReportLoader(PublicApi api, Console console) {
        this.api = api;
        this.console = console;
    }

    void load(ReportFiles files, Path done) throws InterruptedException {
        if (Files.exists(done)) {
            return;
        }
        long begin = System.nanoTime();
        List<ReportRequest> requests = files.requests();
        for (int sent = 0; sent < requests.size(); sent++) {
            if (sent % STEP == 0) {
                console.say("loading the report's data: " + sent + " of " + requests.size());
            }
            api.post(requests.get(sent));
        }
        int analyzed = settled();
        write(done);
        console.say("loaded the report's data: " + requests.size() + " laws and policies, " + analyzed + " counties analyzed ("
                + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)) + ")");
    }

    /** Waits until the scores have followed, as far as their number tells. */
    private int settled() throws InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        int last = 0;
        int steady = 0;
        while (steady < STEADY_LOOKS && System.nanoTime() < end) {
            int now = api.analyzedCounties();
            steady = now > 0 && now == last ? steady + 1 : 0;
            last = now;
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        if (steady < STEADY_LOOKS) {
            console.complain("the scores still follow the data: " + last + " counties are analyzed so far");
        }
        return last;
    }

    private static void write(Path done) {
        try {
            Files.writeString(done, "The report's data has been loaded.\n");
        } catch (IOException e) {
            throw new CannotStartException("cannot write " + done + ": " + Failures.inWords(e), e);
        }
    }
}
