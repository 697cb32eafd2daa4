package atlas.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads: short lines, each whole. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void say(String line) {
        print(out, line);
    }

    void complain(String line) {
        print(err, line);
    }

    private synchronized void print(PrintStream stream, String line) {
        stream.println(line);
        stream.flush();
    }

    /** "0.8 s" */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
