package atlas.local.fuzz;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells what a request breaks of what the document says of its operation. */
final class Conformity {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final ServedDocument document;

    Conformity(ServedDocument document) {
        this.document = document;
    }

    /** What is broken, in words; nothing when the document allows it. */
    List<String> broken(Call call) {
        List<String> broken = new ArrayList<>();
        Operation operation = call.intent().operation();
        query(operation, call, broken);
        for (Parameter header : operation.in("header")) {
            if (header.required() && call.header(header.name()) == null) {
                broken.add("the header " + header.name() + " is missing");
            }
        }
        body(operation, call, broken);
        return broken;
    }

    private void query(Operation operation, Call call, List<String> broken) {
        List<Parameter> known = operation.in("query");
        for (Pair pair : call.query()) {
            if (known.stream().noneMatch(parameter -> parameter.name().equals(pair.name()))) {
                broken.add("there is no parameter " + pair.name());
            }
        }
        for (Parameter parameter : known) {
            List<String> values = call.query().stream().filter(pair -> pair.name().equals(parameter.name())).map(Pair::value)
                    .toList();
            if (values.isEmpty() && parameter.required()) {
                broken.add("the parameter " + parameter.name() + " is missing");
            }
            if (values.size() > 1 && !parameter.isList()) {
                broken.add("the parameter " + parameter.name() + " is given twice");
            }
            if (!values.isEmpty() && !call.query().containsAll(parameter.needs())) {
                broken.add("the parameter " + parameter.name() + " needs others");
            }
            values.forEach(value -> value(parameter, value, broken));
        }
    }

    private void value(Parameter parameter, String raw, List<String> broken) {
        String text;
        try {
            text = URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            broken.add(parameter.name() + " is not encoded as it should be");
            return;
        }
        document.broken(parameter.schema(), read(parameter.schema(), text))
                .forEach(error -> broken.add(parameter.name() + error));
        if (tooLarge(parameter.schema(), text)) {
            broken.add(parameter.name() + " is no " + parameter.schema().path("format").asText());
        }
    }

    private JsonNode read(JsonNode schema, String text) {
        switch (Values.type(schema)) {
            case "array" -> {
                ArrayNode items = JSON.arrayNode();
                JsonNode item = document.flat(schema.path("items"));
                for (String part : text.split(",")) {
                    items.add(read(item, part));
                }
                return items;
            }
            case "integer", "number" -> {
                return text.matches("-?\\d+(\\.\\d+)?") ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
            }
            case "boolean" -> {
                return text.matches("true|false") ? JSON.booleanNode(text.equals("true")) : JSON.textNode(text);
            }
            default -> {
                return JSON.textNode(text);
            }
        }
    }

    /** The formats of whole numbers, which a validator of schemas leaves alone. */
    private static boolean tooLarge(JsonNode schema, String text) {
        int bits = switch (schema.path("format").asText()) {
            case "int32" -> 31;
            case "int64" -> 63;
            default -> Integer.MAX_VALUE;
        };
        return text.matches("-?\\d+") && new BigInteger(text).bitLength() > bits;
    }

    private void body(Operation operation, Call call, List<String> broken) {
        boolean empty = call.body() == null || call.body().length == 0 || new String(call.body()).equals("null");
        if (empty) {
            if (operation.body().required()) {
                broken.add("the body is missing");
            }
            return;
        }
        String type = call.header("Content-Type");
        JsonNode media = operation.body().content().path(type == null ? "" : type.split(";")[0].strip().toLowerCase());
        if (media.isMissingNode()) {
            broken.add("no body of the type " + type + " is taken");
        } else if (type.startsWith("application/json") && media.has("schema")) {
            json(media.path("schema"), call.body(), broken);
        }
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode kept = JSON.objectNode();
            object.properties().stream().filter(field -> !field.getValue().isNull())
                    .forEach(field -> kept.set(field.getKey(), withoutNulls(field.getValue())));
            return kept;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode items = JSON.arrayNode();
            array.forEach(item -> items.add(withoutNulls(item)));
            return items;
        }
        return value;
    }

    private void json(JsonNode schema, byte[] body, List<String> broken) {
        try {
            // null is the same as leaving a field out
            document.broken(schema, withoutNulls(READER.readTree(body))).forEach(error -> broken.add("body" + error));
        } catch (IOException | RuntimeException e) {
            broken.add("the body is no JSON");
        }
    }
}
