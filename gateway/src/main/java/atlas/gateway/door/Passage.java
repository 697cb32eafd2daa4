package atlas.gateway.door;

import io.vertx.ext.web.RoutingContext;

/** The way to the gateway's own operations, behind the door: open for a request that passed all checks, shut for all others. */
public final class Passage {

    private static final String OPEN = "atlas.passage.open";

    private Passage() {
    }

    /** Lets the request through. */
    public static void open(RoutingContext context) {
        context.put(OPEN, true);
    }

    static boolean isOpen(RoutingContext context) {
        return Boolean.TRUE.equals(context.get(OPEN));
    }
}
