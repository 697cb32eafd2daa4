package atlas.gateway.format;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The query parameters by which a reader says in which form the answer is wanted, as the document describes them. */
final class FormatParameters {

    static final String FORMAT = "format";
    static final String FIELDS = "fields";
    static final String ESCAPE = "escape";
    static final String GEOMETRY = "geometry";
    static final String INCLUDE = "include";
    static final List<String> ALL = List.of(FORMAT, FIELDS, ESCAPE, GEOMETRY);
    /** Told to programs that read the document: the parameter is refused without the others. */
    private static final String NEEDS = "x-needs";
    static final List<String> GEOMETRIES = List.of("none", "point", "full");

    private FormatParameters() {
    }

    /** Adds those that an operation takes. */
    static void describe(ObjectNode operation, Formats formats) {
        ArrayNode parameters = operation.withArrayProperty("parameters");
        if (formats.isTable() || formats.hasShapes()) {
            describeFormat(parameters.addObject(), formats);
        }
        if (formats.isTable() && formats.isMade(Format.CSV)) {
            choice(parameters.addObject(), ESCAPE,
                    "with CSV only. formulas, or nothing: text that a spreadsheet program would take for a formula gets an apostrophe before it; none: for programs",
                    List.of("formulas", "none")).putObject(NEEDS).put(FORMAT, Format.CSV.id());
        }
        if (formats.hasShapes()) {
            choice(parameters.addObject(), GEOMETRY,
                    "with GeoJSON only: no shape, a point inside it, or the simplified shape, which is the default",
                    GEOMETRIES).putObject(NEEDS).put(FORMAT, Format.GEOJSON.id());
        }
        describeFields(parameters.addObject(), formats);
    }

    private static void describeFormat(ObjectNode parameter, Formats formats) {
        choice(parameter, FORMAT, "in which form to answer, whatever Accept says",
                formats.offered().stream().map(Format::id).toList());
        parameter.put("example", (formats.isTable() ? Format.CSV : Format.GEOJSON).id());
    }

    private static void describeFields(ObjectNode parameter, Formats formats) {
        parameter.put("name", FIELDS).put("in", "query").put("style", "form").put("explode", false)
                .put("description", (formats.isTable() ? "fields of the items" : "fields")
                        + " to show, separated by commas; all when absent. What is not asked for is left out, also where it is required else.");
        ObjectNode items = parameter.putObject("schema").put("type", "array").putObject("items").put("type", "string");
        ArrayNode known = items.putArray("enum");
        formats.fields().forEach(known::add);
        parameter.putArray("example").add(formats.fields().get(0));
    }

    private static ObjectNode choice(ObjectNode parameter, String name, String description, List<String> values) {
        parameter.put("name", name).put("in", "query").put("description", description);
        ArrayNode known = parameter.putObject("schema").put("type", "string").putArray("enum");
        values.forEach(known::add);
        return parameter.put("example", values.get(0));
    }
}
