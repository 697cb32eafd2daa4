package atlas.local;

/** How many brokers there are, and how many processes of each service. */
record Size(int brokers, int replicas) {

    static final Size ONE_OF_EACH = new Size(1, 1);
    static final int MOST_BROKERS = 3;
    /** More would want more connections than our own PostgreSQL gives. */
    static final int MOST_REPLICAS = 2;

    Size {
        // Of two, neither may be lost.
        if (brokers != 1 && brokers != MOST_BROKERS) {
            throw new CannotStartException("--brokers takes 1 or " + MOST_BROKERS + ", not " + brokers);
        }
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new CannotStartException("--replicas takes 1 or " + MOST_REPLICAS + ", not " + replicas);
        }
    }
}
