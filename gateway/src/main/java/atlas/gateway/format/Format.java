package atlas.gateway.format;

import java.util.Locale;

/** A form in which an answer is given. */
public enum Format {
    JSON("application/json", "application/json"),
    CSV("text/csv", "text/csv; charset=utf-8; header=present"),
    NDJSON("application/x-ndjson", "application/x-ndjson"),
    GEOJSON("application/geo+json", "application/geo+json");

    private final String mediaType;
    private final String contentType;

    Format(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /** As Accept names it. */
    public String mediaType() {
        return mediaType;
    }

    /** As Content-Type tells it. */
    public String contentType() {
        return contentType;
    }

    /** As the parameter {@code format} and the names of files have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a media type; null when it is another. */
    static Format ofMediaType(String mediaType) {
        for (Format format : values()) {
            if (format.mediaType.equals(mediaType)) {
                return format;
            }
        }
        return null;
    }
}
