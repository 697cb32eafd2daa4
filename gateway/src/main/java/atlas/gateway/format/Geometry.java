package atlas.gateway.format;

/** How much of a county's shape a feature has. */
enum Geometry {
    NONE,
    POINT,
    FULL
}
