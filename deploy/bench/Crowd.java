import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Thousands who listen to the live stream, on one thread: it notes when which event came to each, by the event's number. */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int CONNECTING_AT_ONCE = 100;

    private final InetSocketAddress server;
    private final byte[] request;
    private final int size;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final byte[] bytes = new byte[buffer.capacity()];
    private final Map<Long, Arrivals> arrivals = new ConcurrentHashMap<>();
    private int begun;
    private volatile int ready;
    private volatile int broken;
    private volatile String refused;
    private volatile boolean closing;
    private Thread thread;

    Crowd(String gateway, String path, int size) throws IOException {
        URI address = URI.create(gateway);
        server = new InetSocketAddress(address.getHost(), address.getPort());
        request = ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.size = size;
    }

    /** When an event came to those who have it. */
    private static final class Arrivals {
        private final long[] times;
        private volatile int count;

        Arrivals(int size) {
            times = new long[size];
        }

        void add(long now) {
            if (count < times.length) {
                times[count] = now;
            }
            count++; // by one thread alone; more than there are subscribers would be one event twice
        }
    }

    int size() {
        return size;
    }

    int broken() {
        return broken;
    }

    /** Connects all, and returns when each has heard that he is listening. */
    void join() throws IOException {
        thread = new Thread(this::run, "crowd");
        thread.setDaemon(true);
        thread.start();
        await("connected", () -> ready == size);
    }

    /** Returns when so many events have come to all. */
    void awaitAll(int events) {
        await("have all events", () -> arrivals.values().stream().filter(one -> one.count == size).count() >= events);
    }

    /** When it came to each, as far as it came. */
    long[] arrivals(long number) {
        Arrivals some = arrivals.getOrDefault(number, new Arrivals(0));
        if (some.count > size) {
            throw new IllegalStateException("event " + number + " came " + some.count + " times to " + size + " subscribers");
        }
        return Arrays.copyOf(some.times, some.count);
    }

    private void await(String what, BooleanSupplier done) {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (refused != null) {
                throw new IllegalStateException(refused);
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                System.out.printf("  not all %s after %d s: %d of %d are connected, %d connections broke%n", what, PATIENCE.toSeconds(), ready, size,
                        broken);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void run() {
        try {
            while (!closing) {
                while (begun < size && begun - ready < CONNECTING_AT_ONCE) {
                    connect();
                }
                selector.select(this::serve, 100);
            }
        } catch (IOException | RuntimeException e) {
            refused = "the subscribers cannot go on (" + begun + " begun; is ulimit -n large enough?): " + e;
        }
    }

    private void connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(server);
        channel.register(selector, SelectionKey.OP_CONNECT, new Ear());
        begun++;
    }

    private void serve(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(request)); // it fits into an empty buffer of the system
                key.interestOps(SelectionKey.OP_READ);
            } else if (key.isReadable()) {
                buffer.clear();
                int length = channel.read(buffer);
                long now = System.nanoTime();
                if (length < 0) {
                    throw new IOException("ended");
                }
                buffer.flip().get(bytes, 0, length);
                ((Ear) key.attachment()).hear(length, now);
            }
        } catch (IOException e) {
            broken++;
            key.cancel();
        }
    }

    /** What one subscriber makes of the bytes: nothing is kept but how far into a line with an id he is. */
    private final class Ear {

        private static final String OK = ": ok\n";
        private static final byte[] ID = "\nid: ".getBytes(StandardCharsets.US_ASCII);

        private StringBuilder greeting = new StringBuilder();
        private int matched;
        private long number;

        void hear(int length, long now) {
            if (greeting != null) {
                greet(length);
            }
            for (int i = 0; i < length; i++) {
                hear(bytes[i], now);
            }
        }

        /** A number counts when the line of an event's type follows: a sign of life has one, too. */
        private void hear(byte one, long now) {
            if (matched < ID.length) {
                matched = one == ID[matched] ? matched + 1 : one == ID[0] ? 1 : 0;
            } else if (matched == ID.length && one >= '0' && one <= '9') {
                number = number * 10 + one - '0';
            } else if (matched == ID.length) {
                matched++; // the line is over
            } else {
                if (one == 'e') {
                    arrivals.computeIfAbsent(number, event -> new Arrivals(size)).add(now);
                }
                number = 0;
                matched = one == ID[0] ? 1 : 0;
            }
        }

        private void greet(int length) {
            greeting.append(new String(bytes, 0, length, StandardCharsets.US_ASCII));
            if (greeting.indexOf(OK) >= 0) {
                greeting = null;
                ready++;
            } else if (greeting.length() > 12 && !greeting.substring(9, 12).equals("200")) {
                refused = "a stream was refused: " + greeting.toString().lines().findFirst().orElse("")
                        + " (429: deploy/up must run with ATLAS_LIMITS_EXEMPT_LOOPBACK=true)";
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        thread.join();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
