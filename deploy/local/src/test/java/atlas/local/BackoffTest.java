package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToHalfAMinute() {
        List<Long> waits = Stream.generate(() -> backoff.after(Duration.ZERO).toSeconds()).limit(7).toList();

        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L), waits);
    }

    @Test
    void forgetsAfterAMinuteOfHealth() {
        Stream.generate(() -> backoff.after(Duration.ofSeconds(59))).limit(5).forEach(wait -> {
        });

        assertEquals(Duration.ofSeconds(1), backoff.after(Duration.ofSeconds(60)));
        assertEquals(Duration.ofSeconds(2), backoff.after(Duration.ZERO));
    }
}
