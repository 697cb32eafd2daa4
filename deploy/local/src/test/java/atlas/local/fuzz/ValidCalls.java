package atlas.local.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.local.fuzz.BodyFields.Field;

/** Requests as the document describes them. */
final class ValidCalls implements Calls {

    private final ServedDocument document;
    private final Pool pool;
    private final BodyFields fields;

    ValidCalls(ServedDocument document, Pool pool) {
        this.document = document;
        this.pool = pool;
        this.fields = new BodyFields(document);
    }

    @Override
    public Call of(Call start, Random random) {
        Operation operation = start.intent().operation();
        return switch (random.nextInt(operation.isRead() ? 6 : 4)) {
            case 0 -> start;
            case 1 -> body(start, random);
            case 2 -> many(start, random);
            case 5 -> read(start, random);
            default -> one(start, random);
        };
    }

    private Call one(Call start, Random random) {
        List<Parameter> parameters = start.intent().operation().in("query");
        return parameters.isEmpty() ? start : with(start, parameters.get(random.nextInt(parameters.size())), random, true);
    }

    private Call many(Call start, Random random) {
        Call call = start;
        for (Parameter parameter : start.intent().operation().in("query")) {
            call = random.nextInt(3) == 0 ? with(call, parameter, random, false) : call;
        }
        return call;
    }

    private Call with(Call call, Parameter parameter, Random random, boolean exact) {
        String value = parameter.name().equals("cursor") ? pool.cursor(call.intent().operation())
                : new Values(document, random).of(parameter);
        return value == null ? call
                : parameter.into(call, Starts.encoded(value)).as(Aim.VALID, "with " + parameter.name(), exact);
    }

    /** A body that the schema allows; what else it must be, a schema cannot say. */
    private Call body(Call start, Random random) {
        List<Field> places = fields.of(start);
        if (places.isEmpty()) {
            return one(start, random);
        }
        Values values = new Values(document, random);
        if (random.nextInt(3) == 0) {
            JsonNode schema = start.intent().operation().body().content().path("application/json").path("schema");
            return start.body(values.json(schema).toString()).as(Aim.VALID, "a body made of the schema", false);
        }
        Field field = values.any(places);
        return fields.with(start, field, values.json(field.schema()).toString()).as(Aim.VALID, "another " + field.pointer(),
                false);
    }

    /** As HEAD, in one of the media types, or only if it changed. */
    private Call read(Call start, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> start.method("HEAD").as(Aim.VALID, "the headers alone", true);
            case 1 -> {
                String tag = pool.tag(start.path());
                yield tag == null ? start : start.header("If-None-Match", tag).as(Aim.VALID, "if it changed", true);
            }
            default -> accept(start, random);
        };
    }

    private Call accept(Call start, Random random) {
        JsonNode content = document.resolve(start.intent().operation().responses().path("200")).path("content");
        List<String> types = content.properties().stream().map(Map.Entry::getKey).toList();
        return types.isEmpty() ? start
                : start.header("Accept", types.get(random.nextInt(types.size()))).as(Aim.VALID, "in a media type", true);
    }
}
