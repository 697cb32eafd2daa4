package atlas.gateway.export;

/**
 * A file of a set, and the same compressed.
 *
 * @param rows how many items it holds; null when it holds no items
 * @param gzip null when it is compressed itself
 */
public record ExportedFile(String name, String title, String format, String mediaType, Stored plain, Stored gzip, Long rows) {

    /** Bytes on the disk. */
    public record Stored(String file, long bytes, String sha256) {

        /** A strong validator: no other bytes have it. */
        public String tag() {
            return '"' + sha256 + '"';
        }
    }
}
