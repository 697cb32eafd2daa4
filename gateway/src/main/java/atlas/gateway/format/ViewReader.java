package atlas.gateway.format;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import atlas.gateway.door.MediaTypes;
import atlas.service.problem.ProblemException;
import atlas.service.problem.Spelling;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads from a request how its answer is wanted. What the parameter says goes before what the header does: a link has no
 * headers.
 */
public final class ViewReader {

    private final Formats formats;
    private final HttpServerRequest request;

    private ViewReader(Formats formats, HttpServerRequest request) {
        this.formats = formats;
        this.request = request;
    }

    /**
     * How the answer is wanted; a refusal when that cannot be had.
     *
     * @param produces the media types of the answer, the usual one first
     */
    public static View view(Formats formats, HttpServerRequest request, List<String> produces) {
        String query = request.query();
        if (formats == Formats.NONE || query == null || !maySayHow(query)) {
            String accept = MediaTypes.choose(request.headers().getAll(HttpHeaders.ACCEPT), produces);
            if (formats == Formats.NONE || accept.equals(Format.JSON.mediaType())) {
                return View.asItIs(accept);
            }
        }
        return new ViewReader(formats, request).read(produces);
    }

    /** Most requests want JSON as it is, and should not be held up. */
    private static boolean maySayHow(String query) {
        return query.indexOf('%') >= 0 || FormatParameters.ALL.stream().anyMatch(query::contains);
    }

    private View read(List<String> produces) {
        String named = formats.offered().size() > 1 ? request.getParam(FormatParameters.FORMAT) : null;
        String accept = named == null ? MediaTypes.choose(request.headers().getAll(HttpHeaders.ACCEPT), produces)
                : oneOf(FormatParameters.FORMAT, named, formats.offered().stream().map(Format::id).toList()).mediaType();
        Format format = Format.ofMediaType(accept);
        if (format == null) {
            return View.asItIs(accept); // of the service's own
        }
        boolean formulaSafe = !"none".equals(only(Format.CSV, format, FormatParameters.ESCAPE, List.of("formulas", "none")));
        return new View(formats.isMade(format) ? Format.JSON.mediaType() : accept, format, fields(format), included(),
                formulaSafe,
                geometry(format), formats);
    }

    private static Format oneOf(String parameter, String value, List<String> known) {
        check(parameter, value, known);
        return Format.valueOf(value.toUpperCase(Locale.ROOT));
    }

    private static void check(String parameter, String value, List<String> known) {
        if (!known.contains(value)) {
            throw ProblemException.invalid(parameter, "must be one of " + String.join(", ", known));
        }
    }

    private Geometry geometry(Format format) {
        String wanted = formats.hasShapes()
                ? only(Format.GEOJSON, format, FormatParameters.GEOMETRY, FormatParameters.GEOMETRIES)
                : null;
        return wanted == null ? Geometry.FULL : Geometry.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    /** The value of a parameter that has a meaning in one format alone; null when it is not given. */
    private String only(Format meant, Format format, String parameter, List<String> known) {
        String value = formats.offered().contains(meant) ? request.getParam(parameter) : null;
        if (value != null) {
            check(parameter, value, known);
            if (format != meant) {
                throw ProblemException.invalid(parameter, "has a meaning with format=" + meant.id() + " only");
            }
        }
        return value;
    }

    private Set<String> fields(Format format) {
        Set<String> fields = names(FormatParameters.FIELDS);
        if (!fields.isEmpty() && format != Format.JSON && !formats.isMade(format)) {
            throw ProblemException.invalid(FormatParameters.FIELDS, "with format=" + format.id() + " this has all of them");
        }
        for (String field : fields) {
            if (!formats.fields().contains(field)) {
                throw ProblemException.invalid(FormatParameters.FIELDS, "\"" + field + "\" is not a field; did you mean "
                        + Spelling.nearest(field, formats.fields()) + "? Known are: " + String.join(", ", formats.fields()));
            }
        }
        return fields;
    }

    private Set<String> included() {
        return names(FormatParameters.INCLUDE);
    }

    private Set<String> names(String parameter) {
        return request.params().getAll(parameter).stream().flatMap(list -> Arrays.stream(list.split(",", -1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
