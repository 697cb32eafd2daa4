package atlas.local.fuzz;

import java.util.List;
import java.util.Optional;

/** What a fuzzer cannot find out for itself about the server that it asks: who may, and how to make what a write is about. */
public interface Stage {

    /** A value of the Authorization header that may read everything. */
    String reader();

    /** Values of Authorization of others: who may less, and who no longer may. */
    List<String> others();

    /** A request that will be served, for an operation that changes something; what it is about is made anew. */
    Optional<Start> start(String method, String path);

    /** Whether an operation costs so much that it is asked once, at the end. */
    boolean isCostly(String method, String path);

    /**
     * A request to begin with.
     *
     * @param target path and query
     * @param headers Authorization and the type of the body among them
     * @param body null for none
     */
    record Start(String target, List<Pair> headers, byte[] body) {
    }
}
