package atlas.local.push;

import java.time.Duration;
import java.util.Locale;

/** How far something is, in a line that fits a terminal. */
final class Gauge {

    private static final int WIDTH = 20;
    private static final int WHOLE = 100;
    private static final double MEBI = 1 << 20;
    private static final int KIBI = 1 << 10;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Gauge() {
    }

    /** A file on its way. */
    static String sending(long sent, long size, Duration since) {
        double seconds = since.toNanos() / 1e9;
        double rate = seconds > 0 ? sent / seconds : 0;
        String left = sent >= size ? "" : left(rate, size - sent);
        return bar("sending", (int) (sent * WHOLE / size)) + " " + amount(sent) + " of " + amount(size)
                + (rate > 0 ? ", " + amount((long) rate) + "/s" : "") + left;
    }

    /** An import that is worked on. */
    static String working(FollowedImport work) {
        long rate = work.rowsPerSecond() == null ? 0 : work.rowsPerSecond();
        String left = work.done() >= work.rows() ? "" : left(rate, work.rows() - work.done());
        return bar(work.status().toLowerCase(Locale.ROOT), work.percent()) + " " + number(work.done()) + " of "
                + number(work.rows()) + " rows" + (rate > 0 ? ", " + number(rate) + "/s" : "") + left;
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bar(String what, int percent) {
        int full = Math.min(WIDTH, percent * WIDTH / WHOLE);
        return String.format(Locale.ROOT, "%-9s [%s%s] %3d%%", what, "#".repeat(full), "-".repeat(WIDTH - full), percent);
    }

    private static String amount(long bytes) {
        return bytes < MEBI ? number((bytes + KIBI - 1) / KIBI) + " KiB" : String.format(Locale.ROOT, "%.1f MiB", bytes / MEBI);
    }

    private static String left(double rate, long rest) {
        return rate > 0 ? ", " + time((long) Math.ceil(rest / rate)) + " left" : "";
    }

    static String time(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
                : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
    }
}
