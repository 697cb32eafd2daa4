package atlas.gateway.stream;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.FeedHead;
import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Somebody at the other end of a connection. Nothing is kept for him but how far he has read: what he cannot take now he is
 * given when he can, from memory or from the database. All of it runs on the thread of his connection.
 */
final class Subscriber {

    private static final Buffer HEARTBEAT = Buffer.buffer(": still here\n\n");

    private final Line line;
    private final FeedFilter filter;
    private final Delivery delivery;
    private long position;
    private long told;
    private boolean ready;
    private boolean reading;
    private boolean giving;
    private boolean ended;
    private long lastWrite = System.nanoTime();
    private long blockedSince;

    Subscriber(Line line, FeedFilter filter, Delivery delivery) {
        this.line = line;
        this.filter = filter;
        this.delivery = delivery;
        line.response().drainHandler(drained -> {
            blockedSince = 0;
            advance();
        });
    }

    /** The way to him. */
    record Line(HttpServerResponse response, Context context, Channel channel) {
    }

    /** What all subscribers share. */
    record Delivery(RecentEvents recent, History history, StreamMeters meters) {
    }

    void write(Buffer bytes) {
        if (!ended) {
            line.response().write(bytes);
            lastWrite = System.nanoTime();
        }
    }

    /** Begins behind a number that the feed has. */
    void goOnFrom(long from) {
        position = from;
        told = from;
        ready = true;
        advance();
    }

    /** Tells that the number is not of this feed, and goes on at its end. */
    void reset(FeedHead head, String reason) {
        write(Buffer.buffer("id: " + head.last() + "\nevent: reset\ndata: {\"reason\":\"" + reason + "\",\"first\":\""
                + head.first() + "\",\"last\":\"" + head.last() + "\",\"events\":\"/v1/events\"}\n\n"));
        goOnFrom(head.last());
    }

    /** Gives him what there is, as far as he takes it. A write may drain at once, and so lead here again: once is enough. */
    void advance() {
        if (giving || reading) {
            return;
        }
        giving = true;
        try {
            giveWhatThereIs();
        } finally {
            giving = false;
        }
    }

    private void giveWhatThereIs() {
        Recent recent = delivery.recent().now();
        while (ready && !reading && !ended && position < recent.last() && hasRoom()) {
            if (recent.reaches(position)) {
                give(recent.behind(position));
            } else {
                readOn();
            }
            recent = delivery.recent().now();
        }
    }

    private boolean hasRoom() {
        if (line.response().writeQueueFull()) {
            blockedSince = blockedSince == 0 ? System.nanoTime() : blockedSince;
            return false; // until it drains
        }
        return true;
    }

    private void give(Frame frame) {
        position = frame.sequence();
        if (filter.matches(frame.facts())) {
            write(frame.bytes());
            told = position;
            delivery.meters().sent();
        }
    }

    private void readOn() {
        reading = true;
        delivery.history().behind(line.context(), filter, position).onComplete(read -> {
            if (read.failed()) {
                end(); // he comes back and goes on from where he was
                return;
            }
            read.result().frames().forEach(this::give);
            position = Math.max(position, read.result().upTo());
            reading = false; // only now: what is written may drain, and must not be read a second time
            advance();
        });
    }

    /** Shows that the connection lives when there was nothing to say, and how far a filter has been looked through. */
    void beat(long quietNanos) {
        if (!ended && !line.response().writeQueueFull() && System.nanoTime() - lastWrite >= quietNanos) {
            boolean further = ready && position > told;
            // a block without data makes no event: a browser only takes the id from it
            write(further ? Buffer.buffer(": still here\nid: " + position + "\n\n") : HEARTBEAT);
            told = position;
        }
    }

    boolean isStuck(long patienceNanos) {
        return !ended && blockedSince != 0 && System.nanoTime() - blockedSince >= patienceNanos;
    }

    /** Ends the stream as one that is over, where the end can still be said; the client comes back. */
    void end() {
        if (!ended && line.response().writeQueueFull()) {
            drop();
        } else if (!ended) {
            ended = true;
            line.response().end();
        }
    }

    /**
     * Cuts the connection of one who does not read: an end would wait behind all that he has not taken, and so does a close
     * that
     * passes through the connection's handlers.
     */
    void drop() {
        ended = true;
        line.channel().pipeline().firstContext().close();
    }

    /** The connection is gone. */
    void gone() {
        ended = true;
    }

    Line line() {
        return line;
    }
}
