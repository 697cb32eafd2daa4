package atlas.local;

import java.util.ArrayList;
import java.util.List;

/**
 * When something behind a gateway was down, and which calls of that gateway failed. A call may fail only while something is
 * down that it needs: the processes of its gateway's own replica, and never a broker.
 */
final class Outages {

    private static final long OPEN = Long.MAX_VALUE;

    private final List<Span> spans = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    private record Span(int replica, long from, long to) {

        boolean explains(Failure failure) {
            return replica == failure.replica() && failure.from() < to && failure.to() > from;
        }
    }

    private record Failure(int replica, long from, long to, String what) {
    }

    synchronized void begin(int replica) {
        if (!isDown(replica)) {
            spans.add(new Span(replica, System.nanoTime(), OPEN));
        }
    }

    synchronized void end(int replica) {
        spans.replaceAll(span -> span.replica() == replica && span.to() == OPEN
                ? new Span(replica, span.from(), System.nanoTime())
                : span);
    }

    synchronized boolean isDown(int replica) {
        return spans.stream().anyMatch(span -> span.replica() == replica && span.to() == OPEN);
    }

    /** @param from when the call began */
    synchronized void failed(int replica, long from, String what) {
        failures.add(new Failure(replica, from, System.nanoTime(), what));
    }

    synchronized int failures() {
        return failures.size();
    }

    /** Calls that failed while nothing was down that they need. */
    synchronized List<String> unexplained() {
        return failures.stream().filter(failure -> spans.stream().noneMatch(span -> span.explains(failure)))
                .map(failure -> "at gateway " + failure.replica() + ", with nothing down behind it: " + failure.what())
                .toList();
    }
}
