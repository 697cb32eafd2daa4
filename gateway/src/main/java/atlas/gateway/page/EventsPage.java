package atlas.gateway.page;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The AsyncAPI document for people: each topic and the public stream, with keys, messages, fields and examples. */
final class EventsPage {

    private static final String DATA = "/allOf/1/properties/data/$ref";

    private final JsonNode document;
    private final SchemaTables schemas;

    EventsPage(JsonNode document) {
        this.document = document;
        this.schemas = new SchemaTables(document);
    }

    /** The page in the form that the file gives. */
    String in(String form) {
        return form.replace("{title}", Html.text(document.at("/info/title").asText()))
                .replace("{description}", Html.paragraphs(document.at("/info/description").asText()))
                .replace("{contents}", each("/channels", this::entry)).replace("{channels}", each("/channels", this::channel))
                .replace("{envelope}", schemas.table("CloudEvent")).replace("{types}", schemas.types());
    }

    private String each(String pointer, Function<JsonNode, String> part) {
        return StreamSupport.stream(document.at(pointer).spliterator(), false).map(part).collect(Collectors.joining());
    }

    private String entry(JsonNode channel) {
        return "<li><a href=\"#" + anchor(channel) + "\">" + Html.text(channel.get("title").asText()) + "</a>: "
                + Html.code(channel.get("address").asText()) + "</li>\n";
    }

    private String channel(JsonNode channel) {
        StringBuilder html = new StringBuilder("<section id=\"" + anchor(channel) + "\">\n<h2>")
                .append(Html.text(channel.get("title").asText())).append("</h2>\n")
                .append(Html.paragraphs(channel.get("description").asText())).append("<dl>\n");
        JsonNode kafka = channel.at("/bindings/kafka");
        if (kafka.isObject()) {
            JsonNode key = resolve(channel.get("messages").elements().next()).at("/bindings/kafka/key");
            html.append(fact("Topic", Html.code(kafka.get("topic").asText())))
                    .append(fact("Key", Html.text(key.path("description").asText())))
                    .append(fact("Partitions", kafka.get("partitions").asText())).append(fact("Kept", kept(kafka)));
        } else {
            html.append(fact("Address", Html.code("GET " + channel.get("address").asText())));
        }
        html.append("</dl>\n");
        channel.get("messages").forEach(message -> html.append(message(resolve(message))));
        return html.append("</section>\n").toString();
    }

    private String message(JsonNode message) {
        JsonNode payload = message.get("payload");
        String type = SchemaTables.nameIn(resolve(payload).at(DATA).asText());
        StringBuilder html = new StringBuilder("<h3>").append(Html.text(message.get("title").asText())).append("</h3>\n<p>")
                .append(Html.text(message.get("summary").asText())).append(" Type ")
                .append(Html.code(message.get("name").asText())).append(".</p>\n");
        if (!type.isEmpty()) {
            html.append("<p>Its ").append(Html.code("data")).append(", by the schema ").append(schemas.link(type))
                    .append(":</p>\n").append(schemas.table(type));
        } else if (payload.has("$ref")) {
            html.append(schemas.table(SchemaTables.nameIn(payload.get("$ref").asText())));
        }
        message.path("examples").forEach(example -> html.append("<details><summary>Example: ")
                .append(Html.text(example.get("summary").asText())).append("</summary>\n<pre><code>")
                .append(Html.text(example.get("payload").toPrettyString())).append("</code></pre></details>\n"));
        return html.toString();
    }

    private static String fact(String name, String html) {
        return "<dt>" + name + "</dt><dd>" + html + "</dd>\n";
    }

    private static String kept(JsonNode kafka) {
        return kafka.at("/topicConfiguration/cleanup.policy/0").asText().equals("compact") ? "the newest message of each key"
                : "every message, for ever";
    }

    private static String anchor(JsonNode channel) {
        return "channel-" + channel.get("address").asText().replaceAll("[^a-z0-9]+", "-");
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(document.at(node.get("$ref").asText().substring(1))) : node;
    }
}
