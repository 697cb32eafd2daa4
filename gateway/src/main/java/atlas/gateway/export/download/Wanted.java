package atlas.gateway.export.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import atlas.gateway.export.ExportSet;
import atlas.gateway.export.ExportedFile;
import atlas.gateway.export.ExportedFile.Stored;
import atlas.gateway.route.EntityTags;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * The representation of a file that a request is about.
 *
 * @param pinned whether it was asked for by its version
 */
record Wanted(ExportSet set, ExportedFile file, Stored stored, Path path, boolean pinned) {

    private static final Pattern GZIP = Pattern.compile("(?:x-)?gzip|\\*");
    private static final Pattern REFUSED = Pattern.compile(";[ \\t]*q[ \\t]*=[ \\t]*0(\\.0{0,3})?[ \\t]*");

    /** Which of the two a caller gets: compressed only who says that it takes that. */
    static Stored chosen(ExportedFile file, List<String> acceptEncoding) {
        return file.gzip() != null && takesGzip(String.join(",", acceptEncoding)) ? file.gzip() : file.plain();
    }

    private static boolean takesGzip(String acceptEncoding) {
        boolean taken = false;
        for (String one : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.split(";", 2);
            if (GZIP.matcher(parts[0].strip()).matches()) {
                boolean refused = parts.length > 1 && REFUSED.matcher(";" + parts[1]).matches();
                if (!parts[0].strip().equals("*")) {
                    return !refused; // what is named goes before what is not
                }
                taken = !refused;
            }
        }
        return taken;
    }

    boolean isCompressed() {
        return stored == file.gzip();
    }

    boolean isKnown(MultiMap request) {
        List<String> known = request.getAll(HttpHeaders.IF_NONE_MATCH);
        return !known.isEmpty() && EntityTags.matches(String.join(",", known), stored.tag());
    }

    /** The part that is wanted; a part of another file than this, as If-Range tells, is no use to anybody. */
    Optional<ByteRange> range(MultiMap request) {
        String only = request.get("If-Range");
        boolean ofThis = only == null || only.strip().equals(stored.tag());
        return ofThis ? ByteRange.of(request.get("Range"), stored.bytes()) : Optional.empty();
    }
}
