package atlas.gateway.merged;

import io.vertx.core.Future;

/** One of the lists that are shown as one. */
@FunctionalInterface
public interface Part {

    /** What follows a place of this list (null: its start), at most so many items. */
    Future<Slice> behind(String place, int most);
}
