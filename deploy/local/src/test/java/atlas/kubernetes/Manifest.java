package atlas.kubernetes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** One resource, or a patch of one, as a file says it. */
record Manifest(Path file, JsonNode content) {

    String kind() {
        return content.path("kind").asText();
    }

    String apiVersion() {
        return content.path("apiVersion").asText();
    }

    String name() {
        return content.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    /** The specification of a Deployment's pods. */
    JsonNode pod() {
        return at("/spec/template/spec");
    }

    /** The one container of a Deployment's pods. */
    JsonNode container() {
        return pod().path("containers").path(0);
    }

    int port(String name) {
        return items(container().path("ports")).filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt()).findFirst().orElseThrow();
    }

    /** The secrets that its pods have as files, by the folder. */
    Map<String, String> secretFolders() {
        Map<String, String> folders = new HashMap<>();
        items(pod().path("volumes")).filter(volume -> volume.has("secret")).forEach(volume -> items(
                container().path("volumeMounts")).filter(mount -> mount.path("name").equals(volume.path("name")))
                .forEach(mount -> folders.put(mount.path("mountPath").asText(), volume.at("/secret/secretName").asText())));
        return folders;
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return kind() + " " + name() + " in " + file.getParent().getFileName() + "/" + file.getFileName();
    }
}
