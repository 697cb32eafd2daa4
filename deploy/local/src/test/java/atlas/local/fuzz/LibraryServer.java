package atlas.local.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A small server that does what library.json says, but for the bugs that are put into it. */
final class LibraryServer implements AutoCloseable {

    /** What can be wrong with it. */
    enum Bug {
        FAULT_ON_A_LONG_TEXT,
        ANSWER_BREAKS_SCHEMA,
        STATUS_NOT_DECLARED,
        ERROR_IS_NO_PROBLEM,
        TAKES_A_BODY_THAT_BREAKS_THE_SCHEMA,
        TAKES_A_PARAMETER_THAT_BREAKS_THE_SCHEMA,
        REFUSES_WHAT_THE_SCHEMA_ALLOWS,
        NO_ETAG,
        NEVER_304,
        NO_REQUEST_ID,
        TYPE_NOT_DECLARED,
        NEVER_SERVES_A_BOOK
    }

    private final ServerSocket socket;
    private final Library library;
    private final List<String> asked = new ArrayList<>();

    LibraryServer(Set<Bug> bugs) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.library = new Library(bugs);
        Thread thread = new Thread(this::serve, "library");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The request lines and bodies since this was last asked. */
    synchronized List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException e) {
                // the caller went away, or we are closed
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        String[] words = line(in).split(" ");
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        synchronized (this) {
            asked.add(String.join(" ", words) + " " + new String(body, StandardCharsets.UTF_8));
        }
        Answer answer = library.answer(new Library.Question(words[0], words.length == 3 ? words[1] : "", headers, body));
        write(connection, answer, words[0].equals("HEAD"));
    }

    private static void write(Socket connection, Answer answer, boolean bodiless) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\n");
        answer.headers().forEach((name, values) -> head.append(name).append(": ").append(values.get(0)).append("\r\n"));
        head.append("Content-Length: ").append(answer.body().length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!bodiless) {
            out.writeBytes(answer.body());
        }
        connection.getOutputStream().write(out.toByteArray());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("broken off");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
