package atlas.gateway.export.download;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import atlas.gateway.door.Gzip;
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

    /** Which of the two a caller gets: compressed only who says that it takes that. */
    static Stored chosen(ExportedFile file, List<String> acceptEncoding) {
        return file.gzip() != null && Gzip.isTaken(acceptEncoding) ? file.gzip() : file.plain();
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
