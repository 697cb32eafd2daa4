package atlas.local.fuzz;

/** What a request is after. */
enum Aim {
    /** As the document says it, to be served. */
    VALID,
    /** At the edges of what the document allows, on either side. */
    BOUNDARY,
    /** What nobody sends who means well. */
    HOSTILE
}
