package atlas.local.push;

import java.util.function.Supplier;

/** What is said when Ctrl-C ends the program: where the file stands. */
final class Interruption {

    private volatile Supplier<String> words = () -> "stopped";

    Interruption(Screen screen) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Supplier<String> last = words;
            if (last != null) {
                screen.complain("deploy/push: " + last.get());
            }
        }, "interrupted"));
    }

    void wouldMean(Supplier<String> meaning) {
        words = meaning;
    }

    /** The program ends by itself. */
    void over() {
        words = null;
    }
}
