package atlas.local.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);

    @Test
    void drawsOneLineAnewInATerminal() {
        Screen screen = new Screen(out, out, true);

        screen.show("12345");
        screen.show("123");
        screen.say("done");

        assertEquals("\r12345\r123  \ndone\n", text());
    }

    @Test
    void writesPlainLinesElsewhereAndFewOfThem() {
        Screen screen = new Screen(out, out, false);

        screen.show("1");
        screen.show("2");
        screen.showLast("3");

        assertEquals("3\n", text());
    }

    private String text() {
        return seen.toString(StandardCharsets.UTF_8);
    }
}
