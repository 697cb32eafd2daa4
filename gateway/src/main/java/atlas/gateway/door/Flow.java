package atlas.gateway.door;

import java.time.Duration;
import java.util.function.Function;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * Bytes that pass through without being kept: no more of them than may be, and none that stand still for long. It runs from the
 * first handler until that is taken away.
 */
public final class Flow implements ReadStream<Buffer> {

    /**
     * How much may pass and how slowly.
     *
     * @param standstill the longest time in which nothing moves
     * @param all the longest time from the first byte to the last
     */
    public record Bounds(long mostBytes, Duration standstill, Duration all) {
    }

    /** Why a flow ended before its end. */
    public enum Trouble {
        TOO_LONG,
        BROKEN_OFF,
        /** Nothing came, though it was waited for. */
        DRIED_UP,
        /** What came was not taken. */
        JAMMED
    }

    private final Vertx vertx;
    private final ReadStream<Buffer> source;
    private final Bounds bounds;
    private final Function<Trouble, Throwable> words;
    private Handler<Throwable> failed = failure -> {
    };
    private boolean paused;
    private long bytes;
    private long began;
    private long moved;
    private long timer = -1;

    public Flow(Vertx vertx, ReadStream<Buffer> source, Bounds bounds, Function<Trouble, Throwable> words) {
        this.vertx = vertx;
        this.source = source;
        this.bounds = bounds;
        this.words = words;
    }

    @Override
    public Flow handler(Handler<Buffer> handler) {
        vertx.cancelTimer(timer);
        if (handler == null) {
            source.handler(null);
            return this;
        }
        began = System.nanoTime();
        moved = began;
        watch();
        source.handler(part -> take(part, handler));
        return this;
    }

    private void take(Buffer part, Handler<Buffer> handler) {
        moved = System.nanoTime();
        bytes += part.length();
        if (bytes > bounds.mostBytes()) {
            fail(Trouble.TOO_LONG);
        } else {
            handler.handle(part);
        }
    }

    private void watch() {
        long now = System.nanoTime();
        Duration left = shorter(bounds.standstill().minusNanos(now - moved), bounds.all().minusNanos(now - began));
        if (left.isNegative() || left.isZero()) {
            fail(paused ? Trouble.JAMMED : Trouble.DRIED_UP);
        } else {
            timer = vertx.setTimer(left.toMillis() + 1, later -> watch());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void fail(Trouble trouble) {
        failed.handle(words.apply(trouble));
    }

    @Override
    public Flow exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {
        } : handler;
        source.exceptionHandler(handler == null ? null : failure -> fail(Trouble.BROKEN_OFF));
        return this;
    }

    @Override
    public Flow endHandler(Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public Flow pause() {
        paused = true;
        source.pause();
        return this;
    }

    @Override
    public Flow resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public Flow fetch(long amount) {
        paused = false;
        moved = System.nanoTime();
        source.fetch(amount);
        return this;
    }
}
