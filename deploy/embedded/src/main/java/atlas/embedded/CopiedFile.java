package atlas.embedded;

/**
 * A file as it was copied.
 *
 * @param path within the folder that was copied, with slashes
 * @param sha256 of its bytes, in hexadecimal
 */
public record CopiedFile(String path, long size, String sha256) {
}
