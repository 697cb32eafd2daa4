package atlas.gateway.stream;

import java.util.OptionalLong;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedPosition;
import atlas.gateway.feed.FeedWords;
import atlas.service.time.Today;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/**
 * What somebody subscribes to.
 *
 * @param position how far he has read; empty when it is no number that a feed could have
 * @param fromNow whether he did not say how far, and wants what comes
 */
record Subscription(FeedFilter filter, OptionalLong position, boolean fromNow) {

    static Subscription of(HttpServerRequest request, Today time) {
        MultiMap query = request.params();
        FeedFilter filter = new FeedWords(query.getAll("state"), query.getAll("county"), query.getAll("factor"),
                query.getAll("type"), query.get("since")).read(time.zone());
        String after = query.get("after");
        OptionalLong given = after == null ? OptionalLong.empty() : OptionalLong.of(FeedPosition.after(after));
        String lastId = request.getHeader("Last-Event-ID");
        if (lastId != null && !lastId.isEmpty()) {
            return new Subscription(filter, FeedPosition.read(lastId), false); // the browser knows better than the address
        }
        return new Subscription(filter, given, after == null);
    }
}
