import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The least that a server can do: one thread that writes the same bytes to every connection, and nothing else. */
final class Floor implements AutoCloseable {

    /** About what the event of a record takes. */
    private static final int BYTES = 1_300;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: ok\n";

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final List<SocketChannel> subscribers = new CopyOnWriteArrayList<>();

    Floor() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        Thread thread = new Thread(this::accept, "floor");
        thread.setDaemon(true);
        thread.start();
    }

    String address() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private void accept() {
        ByteBuffer request = ByteBuffer.allocate(4_096);
        try {
            while (true) {
                SocketChannel subscriber = server.accept();
                subscriber.read(request.clear()); // small, and sent at once
                subscriber.write(ByteBuffer.wrap(HEAD.getBytes(StandardCharsets.US_ASCII)));
                subscriber.configureBlocking(false);
                subscribers.add(subscriber);
            }
        } catch (IOException closed) {
            // the run is over
        }
    }

    /** Writes an event to all, and tells when it began. */
    long write(long number) throws IOException {
        String frame = "\nid: " + number + "\nevent: floor\ndata: ";
        ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
        bytes.put((frame + "x".repeat(BYTES - frame.length() - 2) + "\n\n").getBytes(StandardCharsets.US_ASCII)).flip();
        long begin = System.nanoTime();
        for (SocketChannel subscriber : subscribers) {
            subscriber.write(bytes.rewind()); // what a system cannot take from so few bytes would show as an event that did not come
        }
        return begin;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel subscriber : subscribers) {
            subscriber.close();
        }
    }
}
