package atlas.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class HttpDateTest {

    @Test
    void isWrittenAnewEachSecond() {
        Moved clock = new Moved();
        HttpDate date = new HttpDate(clock);
        clock.now = Instant.parse("2026-11-29T03:04:05.999Z");
        assertEquals("Sun, 29 Nov 2026 03:04:05 GMT", date.now().toString());
        clock.now = Instant.parse("2026-11-29T03:04:06Z");
        assertEquals("Sun, 29 Nov 2026 03:04:06 GMT", date.now().toString());
        clock.now = Instant.EPOCH;
        assertEquals("Thu, 01 Jan 1970 00:00:00 GMT", date.now().toString());
    }

    private static final class Moved extends Clock {

        private Instant now;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
