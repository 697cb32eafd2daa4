package atlas.gateway.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to the gateway on which the caller says what it wants when it wants. */
public final class Line implements AutoCloseable {

    private static final int BUFFER = 65_536;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();

    private Line() {
    }

    /**
     * With a small buffer for what is said, so that what is not taken is soon felt; for what is heard with the system's: a
     * small
     * one, on the loopback device with its large packets, now and then loses one, and all stands still for seconds.
     */
    public static Line to(int port) throws IOException {
        Line line = new Line();
        line.socket.setSendBufferSize(BUFFER);
        line.socket.connect(new InetSocketAddress("127.0.0.1", port));
        return line;
    }

    public Line say(String words) throws IOException {
        return say(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Line say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** What comes until the line is closed, or for long nothing does. */
    public RawHttp listen() throws IOException {
        return RawHttp.over(socket, PATIENCE_MILLIS);
    }

    /** Reads so many bytes and no more. */
    public String hear(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
