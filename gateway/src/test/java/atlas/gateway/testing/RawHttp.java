package atlas.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Says to the gateway exactly what it is told to, byte by byte, and listens until the line is closed, or it goes quiet behind
 * the answers.
 */
public final class RawHttp {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final int QUIET_MILLIS = 700;
    private static final int PATIENCE_MILLIS = 30_000;

    private final StringBuilder heard = new StringBuilder();
    private boolean closed;

    private RawHttp() {
    }

    /** Until it is answered, and a moment longer, in which it could be answered twice. */
    public static RawHttp send(int port, String bytes) throws IOException {
        return send(port, bytes, 1);
    }

    /** Until so many answers have come, and a moment longer. */
    public static RawHttp send(int port, String bytes, int answers) throws IOException {
        RawHttp conversation = new RawHttp();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            conversation.sayAsFarAsHeard(socket, bytes);
            socket.setSoTimeout(PATIENCE_MILLIS);
            while (conversation.answers() < answers && conversation.hear(socket.getInputStream())) {
                // until they come
            }
            socket.setSoTimeout(QUIET_MILLIS);
            conversation.listen(socket);
        }
        return conversation;
    }

    /** Until the gateway closes the line. */
    public static RawHttp patiently(int port, String bytes) throws IOException {
        RawHttp conversation = new RawHttp();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            conversation.say(socket, bytes);
            conversation.listen(socket);
        }
        return conversation;
    }

    /** A GET of the path as it stands, without any tidying. */
    public static RawHttp get(int port, String path) throws IOException {
        return patiently(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Says the second part once the words were heard. */
    public static RawHttp inTwoParts(int port, String first, String words, String second) throws IOException {
        RawHttp conversation = new RawHttp();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            conversation.say(socket, first);
            while (!conversation.says(words) && conversation.hear(socket.getInputStream())) {
                // until they come
            }
            conversation.say(socket, second);
            conversation.listen(socket);
        }
        return conversation;
    }

    /** Listens to what is said on a connection. */
    static RawHttp over(Socket socket, int quiet) throws IOException {
        RawHttp conversation = new RawHttp();
        socket.setSoTimeout(quiet);
        conversation.listen(socket);
        return conversation;
    }

    /** Whoever refuses may hang up before it has heard all: its answer is there nevertheless. */
    private void sayAsFarAsHeard(Socket socket, String bytes) {
        try {
            say(socket, bytes);
        } catch (IOException hungUp) {
            closed = true;
        }
    }

    private void say(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void listen(Socket socket) throws IOException {
        while (hear(socket.getInputStream())) {
            // until the line is closed or quiet
        }
    }

    private boolean hear(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        try {
            int read = in.read(buffer);
            closed |= read < 0;
            heard.append(new String(buffer, 0, Math.max(read, 0), StandardCharsets.ISO_8859_1));
            return read >= 0;
        } catch (SocketTimeoutException quiet) {
            return false;
        } catch (IOException reset) {
            closed = true;
            return false;
        }
    }

    public long answers() {
        return STATUS_LINE.matcher(heard).results().count();
    }

    /** Of the first answer; 0 when there was none. */
    public int status() {
        return STATUS_LINE.matcher(heard).results().findFirst().map(match -> Integer.parseInt(match.group(1))).orElse(0);
    }

    public boolean says(String text) {
        return heard.indexOf(text) >= 0;
    }

    public boolean wasClosed() {
        return closed;
    }

    @Override
    public String toString() {
        return heard.toString();
    }
}
