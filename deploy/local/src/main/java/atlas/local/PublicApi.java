package atlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The suite's own API, used as a partner uses it. */
final class PublicApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 6;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String key;

    PublicApi(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Records one item, and refuses to go on when the API does. */
    void post(ReportRequest item) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + item.path())).timeout(PATIENCE)
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", item.idempotencyKey()).POST(HttpRequest.BodyPublishers.ofString(item.body()))
                .build();
        HttpResponse<String> answer = send(request, item.ref());
        if (answer.statusCode() >= CLIENT_ERROR) {
            throw new CannotStartException("the report's data could not be loaded: " + item.ref() + " was refused with "
                    + answer.statusCode() + ": " + reason(answer.body()));
        }
    }

    /** How many counties are analyzed by now. */
    int analyzedCounties() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/counties?status=ANALYZED&limit=1"))
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = send(request, "the list of counties");
        try {
            return JSON.readTree(answer.body()).path("total").asInt();
        } catch (IOException e) {
            throw new CannotStartException("the list of counties is not JSON: " + e.getMessage(), e);
        }
    }

    /** Tries again what may be a matter of moments: the idempotency key makes that safe. */
    private HttpResponse<String> send(HttpRequest request, String what) throws InterruptedException {
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            TimeUnit.SECONDS.sleep(attempt);
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                boolean momentary = answer.statusCode() >= SERVER_ERROR || answer.statusCode() == TOO_MANY;
                if (!momentary || attempt == ATTEMPTS - 1) {
                    return answer;
                }
            } catch (IOException e) {
                failure = Failures.inWords(e);
            }
        }
        throw new CannotStartException("the API does not answer for " + what + ": " + failure);
    }

    /** A problem's detail and the fields it names. */
    static String reason(String problem) {
        try {
            JsonNode json = JSON.readTree(problem);
            StringBuilder reason = new StringBuilder(json.path("detail").asText(json.path("title").asText()));
            for (JsonNode error : json.path("errors")) {
                reason.append("; ").append(error.path("field").asText()).append(": ").append(error.path("message").asText());
            }
            return reason.toString();
        } catch (IOException e) {
            return problem;
        }
    }
}
