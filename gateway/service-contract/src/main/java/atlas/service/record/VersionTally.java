package atlas.service.record;

import java.util.UUID;

/**
 * How many versions there are and a sum of which they are, whatever their order: two places that have the same tally have the
 * same versions. A sum of well mixed numbers, no proof against somebody who wants to deceive.
 *
 * @param sum of sixteen hexadecimal digits
 */
public record VersionTally(long versions, String sum) {

    public static final VersionTally NONE = new Count().tally();

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Counts versions one by one. */
    public static final class Count {

        private long versions;
        private long sum;

        public void add(UUID id, int version) {
            versions++;
            sum += mixed(mixed(mixed(id.getMostSignificantBits()) ^ id.getLeastSignificantBits()) ^ version);
        }

        public VersionTally tally() {
            return new VersionTally(versions, "%016x".formatted(sum));
        }
    }

    /** The finaliser of splitmix64: each bit of the number moves half of the bits of the result. */
    private static long mixed(long number) {
        long mixed = number + GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
