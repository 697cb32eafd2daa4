package atlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The suite's own API, used as an administrator uses it. */
final class AdminApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ERROR = 400;
    private static final int AWAY = 500;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String key;

    AdminApi(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /** The API does not answer, or is not able to for now. */
    static final class AwayException extends CannotStartException {

        private static final long serialVersionUID = 1L;

        AwayException(String message) {
            super(message);
        }
    }

    JsonNode get(String path) throws InterruptedException {
        return ask(HttpRequest.newBuilder().GET(), path);
    }

    JsonNode post(String path) throws InterruptedException {
        return ask(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()), path);
    }

    private JsonNode ask(HttpRequest.Builder asked, String path) throws InterruptedException {
        HttpRequest request = asked.uri(URI.create(address + path)).timeout(PATIENCE).header("Authorization", "Bearer " + key)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= ERROR) {
                String refusal = path + " was answered " + answer.statusCode() + ": " + PublicApi.reason(answer.body());
                throw answer.statusCode() < AWAY ? new CannotStartException(refusal) : new AwayException(refusal);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AwayException("the API does not answer at " + address + ": " + Failures.inWords(e));
        }
    }
}
