import java.util.Arrays;

/** Nanoseconds, sorted, and how long all took together (0 where that says nothing). */
record Times(long[] sorted, long wall) {

    static Times of(long[] times) {
        return new Times(Arrays.stream(times).filter(time -> time > 0).sorted().toArray(), 0);
    }

    double at(int percentile) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1e6;
    }

    void report(String what) {
        System.out.printf("  %-28s p50 %8.3f   p99 %8.3f   max %8.3f%s%n", what, at(50), at(99), at(100),
                wall == 0 ? "" : String.format("   %8.0f/s", sorted.length / (wall / 1e9)));
    }
}
