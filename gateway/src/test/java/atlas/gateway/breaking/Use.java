package atlas.gateway.breaking;

/** On which side of an exchange a schema stands: what is harmless on one may break the other. */
enum Use {
    /** Clients write it. */
    REQUEST,
    /** Clients read it. */
    ANSWER
}
