package atlas.gateway.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import io.restassured.RestAssured;

/** An answer with the coding that it came in: RestAssured asks for gzip by itself, and takes it off unseen. */
record Unpacked(HttpResponse<byte[]> answer) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Unpacked of(String uri, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + uri));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Unpacked(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    }

    int status() {
        return answer.statusCode();
    }

    /** Null when it is not there. */
    String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    String text() throws IOException {
        if (header("Content-Encoding") == null) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
