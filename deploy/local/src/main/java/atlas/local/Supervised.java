package atlas.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One part with a thread of its own that starts it, sees it end, and starts it again. */
final class Supervised {

    private static final Duration JOIN = Duration.ofSeconds(15);

    private final Part part;
    private final Console console;
    private final Runnable changed;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread thread;

    private volatile Part.Running running;
    private volatile boolean stopping;
    private volatile int restarts;
    private long readyAt;

    /** {@code changed} is called when the process is another one than before. */
    Supervised(Part part, Console console, Runnable changed) {
        this.part = part;
        this.console = console;
        this.changed = changed;
        this.thread = new Thread(this::run, part.name());
        this.thread.setDaemon(true);
    }

    /** Begins; the future completes when the part is ready for the first time, or with the reason why it is not. */
    CompletableFuture<Void> begin() {
        thread.start();
        return firstReady;
    }

    private void run() {
        try {
            start("ready on");
            firstReady.complete(null);
        } catch (RuntimeException e) {
            firstReady.completeExceptionally(e);
            return;
        }
        try {
            while (!stopping) {
                running.process().awaitEnd();
                comeBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // we are being stopped
        }
    }

    private void start(String words) {
        long begin = System.nanoTime();
        running = part.start();
        readyAt = System.nanoTime();
        changed.run();
        console.say(part.name() + " " + words + " " + part.port() + " (" + Console.seconds(since(begin)) + ")");
    }

    private void comeBack() throws InterruptedException {
        String what = "ended " + exit();
        Duration health = since(readyAt);
        while (!stopping) {
            Duration wait = backoff.after(health);
            console.complain(
                    part.name() + " " + what + "; starting it again in " + wait.toSeconds() + " s (log: " + part.log() + ")");
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            restarts++;
            try {
                start("ready again on");
                return;
            } catch (RuntimeException e) {
                what = stopping ? "" : "failed: " + Failures.inOneLine(e);
                health = Duration.ZERO;
            }
        }
    }

    private String exit() {
        int code = running.process().exitCode();
        return code > 128 ? "by signal " + (code - 128) : "with exit code " + code;
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    /** Ends the part, whether it runs or is just starting, and waits until it is gone. */
    void stop() {
        stopping = true;
        Part.Running last = running;
        if (last != null && last.process().isAlive()) {
            last.stop();
        }
        thread.interrupt();
        try {
            thread.join(JOIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Part.Running late = running;
        if (late != null) {
            late.stop(); // it had become ready in the meantime
        }
    }

    String name() {
        return part.name();
    }

    SuiteStatus.Entry status() {
        Part.Running now = running;
        Path log = part.log();
        return now == null ? SuiteStatus.Entry.starting(part.name(), part.port(), part.managementPort(), log.toString())
                : SuiteStatus.Entry.running(part, now.process().pid(), restarts);
    }
}
