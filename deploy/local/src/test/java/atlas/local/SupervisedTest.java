package atlas.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import atlas.embedded.ChildProcess;

class SupervisedTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final AtomicInteger changes = new AtomicInteger();
    private Supervised supervised;

    @AfterEach
    void stop() {
        supervised.stop();
    }

    @Test
    void startsAgainWhatDiesAndSaysSo() {
        supervise(new Sleeper("600", AT_ONCE));
        supervised.begin().join();
        long first = supervised.status().pid();

        ChildProcess.signal(first, "KILL");
        await().atMost(SOON).until(() -> changes.get() == 2);

        assertTrue(supervised.status().isAlive());
        assertFalse(first == supervised.status().pid());
        assertEquals(1, supervised.status().restarts());
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("sleeper ended by signal 9; starting it again in 1 s"),
                said::toString);
    }

    @Test
    void endsForGoodWhenStopped() {
        supervise(new Sleeper("600", AT_ONCE));
        supervised.begin().join();

        supervised.stop();

        assertFalse(supervised.status().isAlive());
        assertFalse(said.toString(StandardCharsets.UTF_8).contains("ended"), said::toString);
    }

    @Test
    void failsItsFirstStartWithTheReason() {
        supervise(new Sleeper("not a number", SOON));

        CompletionException failure = assertThrows(CompletionException.class, () -> supervised.begin().join());

        assertEquals("sleeper did not start", Failures.inOneLine(failure));
    }

    private void supervise(Part part) {
        supervised = new Supervised(part, new Console(stream, stream), changes::incrementAndGet);
    }

    /** A part that is ready when it has not ended within a look, and does nothing. */
    private final class Sleeper implements Part {

        private final String seconds;
        private final Duration look;

        private Sleeper(String seconds, Duration look) {
            this.seconds = seconds;
            this.look = look;
        }

        @Override
        public Running start() {
            ChildProcess process = ChildProcess.start(List.of("sleep", seconds), Map.of(), log());
            if (process.endsWithin(look)) {
                throw new CannotStartException("sleeper did not start");
            }
            return new Running(process, "TERM", SOON);
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public int managementPort() {
            return 0;
        }

        @Override
        public Path log() {
            return folder.resolve("sleeper.log");
        }
    }
}
