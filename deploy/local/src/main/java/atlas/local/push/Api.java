package atlas.local.push;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The operations on imports, apart from the sending. */
final class Api {

    static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_ROWS = Duration.ofMinutes(10);
    private static final String IMPORTS = "/v1/imports/";
    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final HttpClient client;
    private final Server server;
    private final Retries retries;

    Api(HttpClient client, Server server, Retries retries) {
        this.client = client;
        this.server = server;
        this.retries = retries;
    }

    FollowedImport show(UUID id) throws InterruptedException {
        return ask(server.request(IMPORTS + id).GET(), "import " + id);
    }

    FollowedImport cancel(UUID id) throws InterruptedException {
        return ask(post(id, "/cancel"), "the import was not cancelled");
    }

    FollowedImport confirm(UUID id) throws InterruptedException {
        return ask(post(id, "/confirm"), "the import was not confirmed");
    }

    /** Writes the refused rows to a file as they come. */
    void refusedRows(UUID id, Path to) throws InterruptedException {
        HttpRequest request = server.request(IMPORTS + id + "/rows?outcome=refused&format=csv").header("Accept", "text/csv")
                .timeout(PATIENCE_FOR_ROWS).build();
        HttpResponse<Path> answer = retries.send(() -> client.send(request, HttpResponse.BodyHandlers.ofFile(to,
                StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)), Set.of());
        if (answer.statusCode() != OK) {
            throw new PushFailedException("the server answered " + answer.statusCode());
        }
    }

    private HttpRequest.Builder post(UUID id, String verb) {
        return server.request(IMPORTS + id + verb).POST(HttpRequest.BodyPublishers.noBody());
    }

    private FollowedImport ask(HttpRequest.Builder asked, String what) throws InterruptedException {
        HttpRequest request = asked.timeout(PATIENCE).build();
        HttpResponse<String> answer = retries.send(() -> client.send(request, HttpResponse.BodyHandlers.ofString()), Set.of());
        if (answer.statusCode() != OK) {
            throw new Refusal(answer.statusCode(), answer.body()).about(what);
        }
        return read(answer.body(), server);
    }

    static FollowedImport read(String body, Server server) {
        try {
            FollowedImport told = JSON.readValue(body, FollowedImport.class);
            if (told.id() != null && told.status() != null) {
                return told;
            }
        } catch (IOException e) {
            throw new PushFailedException("what answers at " + server + " is not the API of Sanctuary Atlas", e);
        }
        throw new PushFailedException("what answers at " + server + " is not the API of Sanctuary Atlas");
    }
}
