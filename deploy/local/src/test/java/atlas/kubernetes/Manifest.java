package atlas.kubernetes;

import java.nio.file.Path;
import java.util.List;
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

    /** What its pods take from secrets, as variables and as files. */
    List<SecretUse> secrets() {
        Stream<SecretUse> variables = items(container().path("env"))
                .filter(variable -> variable.at("/valueFrom/secretKeyRef").isObject())
                .map(variable -> SecretUse.of(this, variable.at("/valueFrom/secretKeyRef")));
        Stream<SecretUse> files = items(pod().path("volumes")).map(volume -> volume.path("secret")).filter(JsonNode::isObject)
                .map(secret -> new SecretUse(this, secret.path("secretName").asText(), secret.at("/items/0/key").asText()));
        return Stream.concat(variables, files).toList();
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return kind() + " " + name() + " in " + file.getParent().getFileName() + "/" + file.getFileName();
    }
}
