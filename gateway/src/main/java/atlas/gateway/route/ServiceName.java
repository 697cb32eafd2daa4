package atlas.gateway.route;

/** Who answers operations: the services behind the gateway, and for its own the gateway. */
public enum ServiceName {
    COUNTY("county-service"),
    STATE_LAW("state-law-service"),
    SCORING("scoring-service"),
    GATEWAY("gateway");

    private final String id;

    ServiceName(String id) {
        this.id = id;
    }

    /** As its folder, its document and the audience of its tokens are called. */
    public String id() {
        return id;
    }
}
