package atlas.gateway.route;

/** The services behind the gateway. */
public enum ServiceName {
    COUNTY("county-service"),
    STATE_LAW("state-law-service"),
    SCORING("scoring-service");

    private final String id;

    ServiceName(String id) {
        this.id = id;
    }

    /** As its folder, its document and the audience of its tokens are called. */
    public String id() {
        return id;
    }
}
