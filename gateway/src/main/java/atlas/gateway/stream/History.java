package atlas.gateway.stream;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Singleton;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedHead;
import atlas.gateway.feed.FeedStore;
import atlas.gateway.feed.NumberedEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** Reads for subscribers what is no longer in memory: on a few threads of its own, so that it leaves the database to others. */
@Singleton
class History {

    /** About what a connection buffers anyway; whoever cannot take it is not read for again until he has. */
    private static final FeedStore.Most PAGE = new FeedStore.Most(100, 64 * 1024);

    private final FeedStore store;
    private final WorkerExecutor readers;

    History(FeedStore store, Vertx vertx, StreamConfig config) {
        this.store = store;
        this.readers = vertx.createSharedWorkerExecutor("feed-history", config.readers());
    }

    /**
     * A part of the feed.
     *
     * @param upTo the number up to which there is nothing else that is wanted
     */
    record Part(List<Frame> frames, long upTo) {
    }

    Future<Part> behind(Context context, FeedFilter filter, long position) {
        return read(context, () -> {
            FeedHead head = store.head();
            List<NumberedEvent> events = store.page(filter, position, head.last(), PAGE);
            boolean all = events.size() < PAGE.events()
                    && events.stream().mapToInt(event -> event.body().length()).sum() < PAGE.characters();
            return new Part(events.stream().map(Frame::of).toList(),
                    all ? head.last() : events.get(events.size() - 1).sequence());
        });
    }

    Future<FeedHead> head(Context context) {
        return read(context, store::head);
    }

    /** The answer comes back on the context of the connection, wherever this is called. */
    private <T> Future<T> read(Context context, Callable<T> reading) {
        Promise<T> answer = Promise.promise();
        context.runOnContext(here -> readers.executeBlocking(reading, false).onComplete(answer));
        return answer.future();
    }
}
