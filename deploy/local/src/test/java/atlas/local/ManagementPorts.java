package atlas.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What the services of a running suite tell on their management ports. */
record ManagementPorts(Map<String, Integer> ports) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    static ManagementPorts of(JsonNode status) {
        Map<String, Integer> ports = new TreeMap<>();
        for (JsonNode process : status.get("processes")) {
            if (process.get("managementPort").intValue() > 0) {
                ports.put(process.get("name").textValue(), process.get("managementPort").intValue());
            }
        }
        return new ManagementPorts(ports);
    }

    /** The services that answer a health group with UP, within some seconds. */
    Set<String> up(String group) {
        return ports.keySet().stream().filter(service -> answer(service, "/q/health/" + group).status() == 200)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All metrics that some service shows, as Prometheus reads them. */
    String metrics() {
        return ports.keySet().stream().map(service -> answer(service, "/q/metrics").body()).collect(Collectors.joining("\n"));
    }

    Answer answer(String service, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(service) + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }

    /** 0 when there was none in time. */
    record Answer(int status, String body) {
    }
}
