import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How events came to a crowd. */
final class Delivery {

    private final Crowd crowd;
    private final List<Long> each = new ArrayList<>();
    private final List<Long> last = new ArrayList<>();
    private final List<Long> spread = new ArrayList<>();

    Delivery(Crowd crowd) {
        this.crowd = crowd;
    }

    /** An event, by its number in the stream, and when what caused it began. */
    void add(long number, long begin) {
        long[] arrivals = crowd.arrivals(number);
        Arrays.stream(arrivals).forEach(time -> each.add(time - begin));
        long end = Arrays.stream(arrivals).max().orElse(begin);
        last.add(end - begin);
        spread.add(end - Arrays.stream(arrivals).min().orElse(begin));
    }

    int count() {
        return each.size();
    }

    void report(String from) {
        times(each).report(from + " to each subscriber");
        times(last).report(from + " to the last of them");
        times(spread).report("first to last subscriber");
        int all = crowd.size() * last.size();
        System.out.printf("  %-28s %8.4f   (%d of %d; %d connections broke)%n", "delivered", count() / (double) all, count(), all, crowd.broken());
    }

    /** As the floor under another: what of its time between first and last the machine takes anyway. */
    void compare(Delivery other) {
        times(spread).report("plain server, first to last");
        System.out.printf("  %-28s p50 %7.1fx   p99 %7.1fx%n", "gateway / plain server", times(other.spread).at(50) / times(spread).at(50),
                times(other.spread).at(99) / times(spread).at(99));
    }

    private static Times times(List<Long> times) {
        return Times.of(times.stream().mapToLong(Long::longValue).toArray());
    }
}
