package atlas.gateway.export.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import atlas.gateway.door.Refusal;

/**
 * The part of a file that is wanted (RFC 9110, 14.1.2).
 *
 * @param last its last byte
 */
record ByteRange(long first, long last) {

    // more digits than a long holds are more than any file has
    private static final Pattern ONE = Pattern.compile("bytes=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*",
            Pattern.CASE_INSENSITIVE);

    /**
     * The one range that a Range header asks for. One that is no range of bytes, or several, are not heeded, as the standard
     * allows: the whole file is a good answer to both.
     */
    static Optional<ByteRange> of(String header, long length) {
        Matcher one = header == null ? null : ONE.matcher(header);
        if (one == null || !one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            return Optional.of(end(Long.parseLong(one.group(2)), length));
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        if (last < first) {
            return Optional.empty();
        }
        if (first >= length) {
            throw Refusal.rangeNotSatisfiable(length);
        }
        return Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    private static ByteRange end(long bytes, long length) {
        if (bytes == 0 || length == 0) {
            throw Refusal.rangeNotSatisfiable(length);
        }
        return new ByteRange(Math.max(0, length - bytes), length - 1);
    }

    long length() {
        return last - first + 1;
    }

    String contentRange(long whole) {
        return "bytes " + first + "-" + last + "/" + whole;
    }
}
