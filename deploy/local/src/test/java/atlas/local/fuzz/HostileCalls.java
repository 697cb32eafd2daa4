package atlas.local.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.TextNode;

import atlas.local.fuzz.BodyFields.Field;

/** Requests that nobody sends who means well. */
final class HostileCalls implements Calls {

    private final Stage stage;
    private final BodyFields fields;
    private final List<Calls> everywhere = List.of(this::text, this::rawText, this::unknownParameter, this::doubled, this::path,
            this::method, this::key, this::header, this::flood, this::accept, this::unaskedBody);
    private final List<Calls> withBody = List.of(this::field, this::field, this::field, this::unknownField, this::body,
            this::broken, this::type, this::noText, this::field);

    HostileCalls(ServedDocument document, Stage stage) {
        this.stage = stage;
        this.fields = new BodyFields(document);
    }

    @Override
    public Call of(Call start, Random random) {
        boolean body = start.body() != null && random.nextInt(5) < 3;
        Call hostile = any(body ? withBody : everywhere, random).of(start, random);
        return hostile.intent().aim() == Aim.HOSTILE ? hostile : hostile.as(Aim.HOSTILE, hostile.intent().what(), false);
    }

    private Call text(Call start, Random random) {
        return parameter(start, Starts.encoded(any(Hostile.TEXTS, random)), random);
    }

    private Call rawText(Call start, Random random) {
        return parameter(start, any(Hostile.RAW, random), random);
    }

    private Call parameter(Call start, String value, Random random) {
        List<Parameter> query = start.intent().operation().in("query");
        return query.isEmpty() ? unknownParameter(start, random)
                : start.with(any(query, random).name(), value).as(Aim.HOSTILE, "a hostile text in a parameter", false);
    }

    private Call unknownParameter(Call start, Random random) {
        List<String> names = List.of("foo", "limits", "LIMIT", "%00", "a[]", "__proto__", "%F0%9F%98%80", "", "limit%20", "'");
        return start.with(any(names, random), "1").as(Aim.HOSTILE, "an unknown parameter", false);
    }

    private Call doubled(Call start, Random random) {
        List<Parameter> query = start.intent().operation().in("query");
        if (query.isEmpty()) {
            return unknownParameter(start, random);
        }
        Parameter parameter = any(query, random);
        String value = Starts.encoded(String.valueOf(parameter.example()));
        List<Pair> twice = new ArrayList<>(start.without(parameter.name()).query());
        twice.add(new Pair(parameter.name(), value));
        twice.add(new Pair(parameter.name(), random.nextBoolean() ? value : "other"));
        return start.query(twice).as(Aim.HOSTILE, "a parameter given twice", false);
    }

    private Call path(Call start, Random random) {
        String trick = any(Hostile.PATHS, random);
        int slash = start.path().lastIndexOf('/');
        String path = switch (random.nextInt(3)) {
            case 0 -> start.path() + trick;
            case 1 -> start.path().substring(0, slash) + trick + start.path().substring(slash);
            default -> trick + start.path();
        };
        return start.path(path.startsWith("/") ? path : "/" + path).outside("a trick in the path");
    }

    private Call method(Call start, Random random) {
        return random.nextInt(4) == 0 ? start.method("OPTIONS").outside("what there is")
                : start.method(any(Hostile.METHODS, random)).outside("another method");
    }

    private Call key(Call start, Random random) {
        List<String> keys = random.nextBoolean() ? stage.others() : Hostile.KEYS;
        return keys.isEmpty() ? start
                : start.header("Authorization", any(keys, random)).as(Aim.HOSTILE, "with another key", false);
    }

    private Call header(Call start, Random random) {
        String text = any(Hostile.TEXTS, random).replaceAll("\\p{Cntrl}", "");
        return start.header(any(Hostile.TRUSTED, random), text).outside("a hostile header");
    }

    private Call flood(Call start, Random random) {
        List<Pair> headers = new ArrayList<>(start.headers());
        int many = random.nextInt(3) == 0 ? 500 : 50;
        for (int i = 0; i < many; i++) {
            headers.add(new Pair("X-Flood-" + i, "x".repeat(random.nextInt(100))));
        }
        return start.headers(headers).outside("a flood of headers");
    }

    private Call accept(Call start, Random random) {
        return start.header("Accept", any(Hostile.ACCEPTS, random)).as(Aim.HOSTILE, "another Accept", false);
    }

    private Call unaskedBody(Call start, Random random) {
        return start.body() != null ? key(start, random)
                : start.header("Content-Type", "application/json").body(any(Hostile.BODIES, random)).as(Aim.HOSTILE,
                        "a body that nobody asked for", false);
    }

    private Call field(Call start, Random random) {
        List<Field> places = fields.of(start);
        if (places.isEmpty()) {
            return body(start, random);
        }
        Field field = any(places, random);
        String value = random.nextBoolean() ? any(Hostile.JSON_VALUES, random)
                : TextNode.valueOf(any(Hostile.TEXTS, random)).toString();
        return fields.with(start, field, value).as(Aim.HOSTILE, "hostile " + field.pointer(), false);
    }

    private Call unknownField(Call start, Random random) {
        List<Field> places = fields.of(start);
        if (places.isEmpty()) {
            return body(start, random);
        }
        Field field = new Field(any(places, random).parent(), "notAField", null);
        return fields.with(start, field, any(Hostile.JSON_VALUES, random)).as(Aim.HOSTILE, "an unknown field", false);
    }

    private Call body(Call start, Random random) {
        return start.body(any(Hostile.BODIES, random)).as(Aim.HOSTILE, "another body", false);
    }

    private Call broken(Call start, Random random) {
        byte[] body = start.body();
        byte[] shorter = random.nextBoolean() ? Arrays.copyOf(body, random.nextInt(body.length)) : body.clone();
        if (shorter.length > 0) {
            shorter[random.nextInt(shorter.length)] = (byte) random.nextInt(256);
        }
        return start.body(shorter).as(Aim.HOSTILE, "a broken body", false);
    }

    private Call type(Call start, Random random) {
        return random.nextInt(5) == 0 ? start.noHeader("Content-Type").as(Aim.HOSTILE, "a body of no type", false)
                : start.header("Content-Type", any(Hostile.TYPES, random)).as(Aim.HOSTILE, "a body of another type", false);
    }

    private Call noText(Call start, Random random) {
        return random.nextBoolean() ? start.body(Hostile.NO_TEXT).as(Aim.HOSTILE, "a body that is no text", false)
                : start.body(new String(start.body(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))
                        .as(Aim.HOSTILE, "a body in another encoding", false);
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
