package atlas.local.push;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** What the person sees: in a terminal one line that is drawn anew, in a file or pipe a plain line every few seconds. */
final class Screen {

    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(3);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private String drawn = "";
    private long last = System.nanoTime();

    Screen(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** How far it is just now. */
    synchronized void show(String line) {
        if (terminal) {
            draw(line);
        } else if (System.nanoTime() - last >= BETWEEN_LINES) {
            out.println(line);
            out.flush();
            last = System.nanoTime();
        }
    }

    /** How far it is at the end; the line stays. */
    synchronized void showLast(String line) {
        if (terminal) {
            draw(line);
            end();
        } else {
            say(line);
        }
    }

    synchronized void say(String line) {
        end();
        out.println(line);
        out.flush();
    }

    synchronized void complain(String line) {
        end();
        err.println(line);
        err.flush();
    }

    private void draw(String line) {
        out.print('\r' + line + " ".repeat(Math.max(0, drawn.length() - line.length())));
        out.flush();
        drawn = line;
    }

    private void end() {
        if (!drawn.isEmpty()) {
            out.println();
            drawn = "";
        }
    }
}
