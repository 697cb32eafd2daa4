package atlas.gateway.breaking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares schemas of the document published last with those of the present one, as one side of an exchange uses them. */
final class SchemaComparison {

    private static final String THERE_IS_NONE = "";
    private static final List<String> FORMS = List.of("format", "pattern", "const", "multipleOf");
    private static final List<String> SMALLEST = List.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final List<String> LARGEST = List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    private final JsonNode before;
    private final JsonNode after;
    private final Set<Break> breaks;
    private final Set<String> compared = new HashSet<>();

    SchemaComparison(JsonNode before, JsonNode after, Set<Break> breaks) {
        this.before = before;
        this.after = after;
        this.breaks = breaks;
    }

    /**
     * A schema at a place of an operation or another schema.
     *
     * @param place the subject and, behind a space, where in it
     */
    void compare(Use use, String place, JsonNode old, JsonNode now) {
        Shape was = Shape.of(before, old);
        Shape is = Shape.of(after, now);
        if (was.name() != null && !compared.add(use + " " + was.name() + " " + is.name())) {
            return;
        }
        String here = was.name() == null ? place : was.name();
        if (was.isObject() && was.name() != null && !was.name().equals(is.name())) {
            report(here, "", "is called " + is.name() + " at " + place);
        }
        types(use, here, was, is);
        values(use, here, was, is);
        limits(use, here, was, is);
        properties(use, here, was, is);
        if (was.whole().has("items")) {
            compare(use, here + "[]", was.whole().path("items"), is.whole().path("items"));
        }
        if (was.whole().path("additionalProperties").isObject()) {
            compare(use, here + "{}", was.whole().path("additionalProperties"), is.whole().path("additionalProperties"));
        }
        variants(use, here, was, is);
    }

    private void types(Use use, String here, Shape was, Shape is) {
        Set<String> old = was.types();
        Set<String> now = is.types();
        boolean taken = use == Use.REQUEST ? covers(now, old) : covers(old, now);
        if (!taken && was.variants().isEmpty()) {
            report(here, "", "was of the type " + old + " and is of the type " + now);
        }
        if (use == Use.ANSWER && is.nullable() && !was.nullable()) {
            report(here, "", "may be null now");
        }
        if (use == Use.REQUEST && was.nullable() && !is.nullable()) {
            report(here, "", "may no longer be null");
        }
    }

    /** No type at all means any; every integer is a number. */
    private static boolean covers(Set<String> wide, Set<String> narrow) {
        Set<String> rest = new TreeSet<>(narrow);
        rest.removeAll(wide);
        if (wide.contains("number")) {
            rest.remove("integer");
        }
        return wide.isEmpty() || !narrow.isEmpty() && rest.isEmpty();
    }

    private void values(Use use, String here, Shape was, Shape is) {
        Set<String> gone = new TreeSet<>(was.values());
        gone.removeAll(is.values());
        boolean closed = !is.values().isEmpty() || use == Use.ANSWER;
        if (!gone.isEmpty() && closed) {
            report(here, "", "no longer has the values " + gone);
        }
        if (use == Use.REQUEST && was.values().isEmpty() && !is.values().isEmpty()) {
            report(here, "", "takes only the values " + is.values() + " now");
        }
        Set<String> added = new TreeSet<>(is.values());
        added.removeAll(was.values());
        boolean unreadable = use == Use.ANSWER && !was.values().isEmpty() && !was.isOpen() && (is.isOpen() || !added.isEmpty());
        if (unreadable) {
            report(here, "", "had a closed list of values and may have others now: " + added);
        }
    }

    private void limits(Use use, String here, Shape was, Shape is) {
        for (String form : FORMS) {
            String old = was.whole().path(form).asText();
            String now = is.whole().path(form).asText();
            boolean dropped = use == Use.REQUEST && now.equals(THERE_IS_NONE);
            boolean promised = use == Use.ANSWER && old.equals(THERE_IS_NONE);
            if (!old.equals(now) && !dropped && !promised) {
                report(here, "", "had the " + form + " \"" + old + "\" and has \"" + now + "\"");
            }
        }
        SMALLEST.forEach(limit -> limit(use, here, limit, use == Use.REQUEST
                ? number(was, limit, -Double.MAX_VALUE) - number(is, limit, -Double.MAX_VALUE)
                : number(is, limit, -Double.MAX_VALUE) - number(was, limit, -Double.MAX_VALUE)));
        LARGEST.forEach(limit -> limit(use, here, limit, use == Use.REQUEST
                ? number(is, limit, Double.MAX_VALUE) - number(was, limit, Double.MAX_VALUE)
                : number(was, limit, Double.MAX_VALUE) - number(is, limit, Double.MAX_VALUE)));
        boolean shut = use == Use.REQUEST && closes(is) && !closes(was);
        if (shut) {
            report(here, "", "takes no other fields now");
        }
    }

    /** Below zero: narrower where clients write, wider where they read. */
    private void limit(Use use, String here, String name, double room) {
        if (room < 0) {
            report(here, "", "has a " + (use == Use.REQUEST ? "narrower " : "wider ") + name);
        }
    }

    private static double number(Shape shape, String limit, double none) {
        return shape.whole().path(limit).asDouble(none);
    }

    private static boolean closes(Shape shape) {
        return shape.whole().path("additionalProperties").isBoolean()
                && !shape.whole().path("additionalProperties").asBoolean();
    }

    private void properties(Use use, String here, Shape was, Shape is) {
        was.properties().fields().forEachRemaining(property -> {
            String name = property.getKey();
            if (!is.properties().has(name)) {
                report(here, name, "is gone");
            } else {
                compare(use, here + " " + name, property.getValue(), is.properties().path(name));
                if (use == Use.ANSWER && was.required().contains(name) && !is.required().contains(name)) {
                    report(here, name, "may be absent now");
                }
            }
        });
        is.required().stream().filter(name -> use == Use.REQUEST && !was.required().contains(name))
                .forEach(name -> report(here, name, "is required now"));
    }

    private void variants(Use use, String here, Shape was, Shape is) {
        if (was.variants().isEmpty() && is.variants().isEmpty()) {
            return;
        }
        int both = Math.min(was.variants().size(), is.variants().size());
        for (int i = 0; i < both; i++) {
            compare(use, here, was.variants().get(i), is.variants().get(i));
        }
        boolean fewer = is.variants().size() < was.variants().size();
        if (use == Use.REQUEST ? fewer : is.variants().size() > was.variants().size()) {
            report(here, "", "was one of " + was.variants().size() + " and is one of " + is.variants().size() + " things");
        }
    }

    private void report(String here, String inside, String what) {
        int end = here.indexOf(' ');
        String subject = (end < 0 ? here : here.substring(0, end)).replaceAll("[\\[\\]{}]+$", "");
        String place = here.substring(subject.length()).strip() + (inside.isEmpty() ? "" : " " + inside);
        breaks.add(new Break(subject, place.strip(), what));
    }
}
