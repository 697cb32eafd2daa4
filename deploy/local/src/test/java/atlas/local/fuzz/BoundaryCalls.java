package atlas.local.fuzz;

import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.local.fuzz.BodyFields.Field;

/** Requests at the edges of what the document describes. */
final class BoundaryCalls implements Calls {

    private static final List<String> VERSIONS = List.of("\"0\"", "\"1\"", "\"2\"", "\"999999999\"", "*", "1", "W/\"1\"",
            "\"\"",
            "\"1\", \"2\"", "\"99999999999999999999\"");

    private final ServedDocument document;
    private final BodyFields fields;

    BoundaryCalls(ServedDocument document) {
        this.document = document;
        this.fields = new BodyFields(document);
    }

    @Override
    public Call of(Call start, Random random) {
        List<Field> places = fields.of(start);
        List<Parameter> query = start.intent().operation().in("query");
        Call edge = switch (random.nextInt(8)) {
            case 0 -> version(start, random);
            case 1 -> path(start, random);
            case 2 -> required(start, random);
            case 3, 4 -> query.isEmpty() ? body(start, places, random) : query(start, query, random);
            default -> places.isEmpty() && !query.isEmpty() ? query(start, query, random) : body(start, places, random);
        };
        return edge.intent().aim() == Aim.BOUNDARY ? edge : edge.as(Aim.BOUNDARY, edge.intent().what(), false);
    }

    private Call query(Call start, List<Parameter> parameters, Random random) {
        Parameter parameter = parameters.get(random.nextInt(parameters.size()));
        JsonNode schema = parameter.isList() ? document.flat(parameter.schema().path("items")) : parameter.schema();
        Values values = new Values(document, random);
        JsonNode edge = values.any(Edges.of(schema));
        return parameter.into(start, Starts.encoded(edge.asText())).as(Aim.BOUNDARY,
                parameter.name() + " at an edge", values.isTold(schema) && !isOpen(schema));
    }

    /** Numbers of which the document says no bounds: somewhere each service has to have some. */
    private static boolean isOpen(JsonNode schema) {
        return List.of("integer", "number").contains(Values.type(schema)) && !schema.has("maximum") && !schema.has("format");
    }

    private Call body(Call start, List<Field> places, Random random) {
        if (places.isEmpty()) {
            return start;
        }
        Values values = new Values(document, random);
        Field field = values.any(places);
        if (random.nextInt(5) == 0) {
            return fields.without(start, field).as(Aim.BOUNDARY, "without " + field.pointer(), false);
        }
        if (random.nextInt(6) == 0) {
            return fields.with(start, field, "null").as(Aim.BOUNDARY, "null as " + field.pointer(), false);
        }
        return fields.with(start, field, values.any(Edges.of(field.schema())).toString()).as(Aim.BOUNDARY,
                field.pointer() + " at an edge", values.isTold(field.schema()) && !isOpen(field.schema()));
    }

    private Call path(Call start, Random random) {
        List<Parameter> variables = start.intent().operation().in("path");
        if (variables.isEmpty()) {
            return start;
        }
        int last = start.intent().operation().path().lastIndexOf('}') + 1;
        String rest = start.intent().operation().path().substring(last);
        String before = start.path().substring(0, start.path().length() - rest.length());
        Values values = new Values(document, random);
        String edge = values.any(Edges.of(variables.get(variables.size() - 1).schema())).asText();
        return edge.isBlank() ? start
                : start.path(before.substring(0, before.lastIndexOf('/') + 1) + Starts.encoded(edge).replace("+", "%20") + rest)
                        .as(Aim.BOUNDARY, "an address at an edge", false);
    }

    private Call required(Call start, Random random) {
        List<Parameter> required = start.intent().operation().in("query").stream().filter(Parameter::required).toList();
        return required.isEmpty() ? start
                : start.without(required.get(random.nextInt(required.size())).name()).as(Aim.BOUNDARY,
                        "without a required parameter", false);
    }

    private Call version(Call start, Random random) {
        if (start.intent().operation().in("header").stream().noneMatch(header -> header.name().equals("If-Match"))) {
            return start;
        }
        return random.nextInt(4) == 0 ? start.noHeader("If-Match").as(Aim.BOUNDARY, "of no version", false)
                : start.header("If-Match", VERSIONS.get(random.nextInt(VERSIONS.size()))).as(Aim.BOUNDARY, "of another version",
                        false);
    }
}
