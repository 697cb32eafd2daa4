package atlas.local.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends what no proper client would, byte by byte: one connection a request. */
final class Wire {

    private static final int PATIENCE = 20_000;
    /** What never ends is listened to for so long. */
    private static final int LISTENING = 150;
    private static final int MOST_OF_A_STREAM = 100_000;

    private final InetSocketAddress server;

    Wire(String address) {
        URI uri = URI.create(address);
        this.server = new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    Answer send(Call call) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        line(request, call.method() + " " + call.target() + " HTTP/1.1");
        line(request, "Host: " + server.getHostString() + ":" + server.getPort());
        for (Pair header : call.headers()) {
            line(request, header.name() + ": " + header.value());
        }
        if (call.body() != null && call.header("Content-Length") == null && call.header("Transfer-Encoding") == null) {
            line(request, "Content-Length: " + call.body().length);
        }
        line(request, "Connection: close");
        line(request, "");
        if (call.body() != null) {
            request.writeBytes(call.body());
        }
        List<Answer> answers = exchange(request.toByteArray(), call.method().equals("HEAD"));
        return answers.isEmpty() ? Answer.NONE : answers.get(0);
    }

    /** All that is answered to some bytes before the connection ends. */
    List<Answer> exchange(byte[] request, boolean bodiless) throws IOException {
        List<Answer> answers = new ArrayList<>();
        try (Socket socket = new Socket()) {
            socket.connect(server, PATIENCE);
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request);
            } catch (SocketException e) {
                // it may have been refused before all of it was sent: the answer tells
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Answer answer = read(in, socket, bodiless); answer != null; answer = read(in, socket, bodiless)) {
                if (answer.status() >= 200) {
                    answers.add(answer);
                }
            }
        } catch (SocketException e) {
            // broken off: what was read so far is all there is
        }
        return answers;
    }

    /** Null at the end. */
    private Answer read(InputStream in, Socket socket, boolean bodiless) throws IOException {
        String first = readLine(in);
        if (first == null || !first.startsWith("HTTP/1.")) {
            return null;
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, List<String>> headers = new HashMap<>();
        for (String header = readLine(in); header != null && !header.isEmpty(); header = readLine(in)) {
            String[] parts = header.split(":", 2);
            headers.computeIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(parts[1].strip());
        }
        Answer head = new Answer(status, headers, new byte[0]);
        boolean none = bodiless || status < 200 || status == 204 || status == 304;
        return none ? head : new Answer(status, headers, body(in, socket, head));
    }

    private static byte[] body(InputStream in, Socket socket, Answer head) throws IOException {
        boolean chunked = "chunked".equalsIgnoreCase(head.header("Transfer-Encoding"));
        if ("text/event-stream".equals(head.type())) {
            return stream(in, socket, chunked);
        }
        if (!chunked) {
            String length = head.header("Content-Length");
            return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] chunk = chunk(in); chunk.length > 0; chunk = chunk(in)) {
            body.writeBytes(chunk);
        }
        return body.toByteArray();
    }

    /** Empty at the end. */
    private static byte[] chunk(InputStream in) throws IOException {
        String size = readLine(in);
        if (size == null) {
            throw new IOException("the answer broke off");
        }
        byte[] chunk = in.readNBytes(Integer.parseInt(size.split(";")[0].strip(), 16));
        readLine(in);
        return chunk;
    }

    /** What came until nothing more did. */
    private static byte[] stream(InputStream in, Socket socket, boolean chunked) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        socket.setSoTimeout(LISTENING);
        try {
            while (body.size() < MOST_OF_A_STREAM) {
                if (chunked) {
                    body.writeBytes(chunk(in));
                } else {
                    body.write(in.read());
                }
            }
        } catch (SocketTimeoutException e) {
            // nothing more to say for now
        }
        socket.shutdownInput();
        return body.toByteArray();
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void line(ByteArrayOutputStream request, String text) {
        request.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
