package atlas.gateway.door;

/** In which order a request meets the filters: the highest first. The contract's path guard stands at 10,000. */
public final class DoorOrder {

    public static final int ARRIVAL = 20_000;
    public static final int LIMITS = 9_500;
    public static final int API = 9_000;
    public static final int PAGES = 8_000;
    /** Before all that the platform brings: what is behind here is for those alone whom the door let in. */
    public static final int NOBODY = 7_000;

    /** Behind the door: what answers by itself, before the platform's own routes. */
    public static final int STREAM = 6_000;

    private DoorOrder() {
    }
}
