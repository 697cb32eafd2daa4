package atlas.gateway.format;

/**
 * A county on the map, as GeoJSON writes it (RFC 7946).
 *
 * @param point a point inside it, as a geometry
 * @param full its simplified shape, as a geometry
 */
public record Shape(String point, String full) {

    /** The one that is wanted; null for none. */
    String of(Geometry geometry) {
        return switch (geometry) {
            case NONE -> null;
            case POINT -> point;
            case FULL -> full;
        };
    }
}
