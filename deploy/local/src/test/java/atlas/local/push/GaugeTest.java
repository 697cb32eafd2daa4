package atlas.local.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class GaugeTest {

    @Test
    void tellsHowMuchOfAFileIsSentAndHowLongItWillTake() {
        assertEquals("sending   [#####---------------]  25% 10.0 MiB of 40.0 MiB, 2.0 MiB/s, 15 s left",
                Gauge.sending(10 << 20, 40 << 20, Duration.ofSeconds(5)));
        assertEquals("sending   [--------------------]   0% 0 KiB of 1 KiB", Gauge.sending(0, 20, Duration.ZERO));
        assertEquals("sending   [####################] 100% 1 KiB of 1 KiB, 1 KiB/s",
                Gauge.sending(20, 20, Duration.ofSeconds(1)));
    }

    @Test
    void tellsHowManyRowsAreDoneAndHowLongTheRestTakes() {
        assertEquals("running   [##########----------]  50% 50,000 of 100,000 rows, 500/s, 1 min 40 s left",
                Gauge.working(Told.of("RUNNING").rows(100_000, 49_000, 900, 100).build()));
        assertEquals("queued    [--------------------]   0% 0 of 3 rows",
                Gauge.working(Told.of("QUEUED").rows(3, 0, 0, 0).rate(null).build()));
    }

    @Test
    void tellsLongTimesInHours() {
        assertEquals("2 h 3 min", Gauge.time(7_400));
    }
}
