package atlas.gateway.door;

import java.util.List;
import java.util.Locale;

import atlas.service.problem.Problem;
import atlas.service.problem.Problem.Kind;

/** Reads Accept and Content-Type headers. */
public final class MediaTypes {

    private static final String ANY = "*/*";

    private MediaTypes() {
    }

    /**
     * The offered media type that the caller prefers; of equals the first.
     *
     * @param accept the Accept headers; none means that anything will do
     */
    public static String choose(List<String> accept, List<String> offered) {
        String first = offered.get(0);
        if (accept.isEmpty() || accept.size() == 1 && (accept.get(0).equals(ANY) || accept.get(0).equals(first))) {
            return first;
        }
        String ranges = String.join(",", accept).toLowerCase(Locale.ROOT);
        if (ranges.isBlank()) {
            return first;
        }
        String best = null;
        double bestQuality = 0;
        for (String type : offered) {
            double quality = quality(ranges, type);
            if (quality > bestQuality) {
                best = type;
                bestQuality = quality;
            }
        }
        if (best == null && quality(ranges, Problem.MEDIA_TYPE) > 0) {
            return first; // who asks for the refusals alone gets those, and else what there is
        }
        if (best == null) {
            throw Refusal.of(Kind.NOT_ACCEPTABLE, "Offered here: " + String.join(", ", offered));
        }
        return best;
    }

    /** Of a Content-Type, the part before the parameters, in lower case. */
    public static String essence(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a Content-Type is that of a JSON document. */
    public static boolean isJson(String contentType) {
        String essence = essence(contentType);
        return essence.equals("application/json") || essence.endsWith("+json");
    }

    /** How much a type is wanted, 0 to 1: what the most specific range that holds it says. */
    private static double quality(String ranges, String type) {
        int specificity = -1;
        double quality = 0;
        for (String range : ranges.split(",")) {
            String name = essence(range);
            int fit = fit(name, type);
            if (fit > specificity) {
                specificity = fit;
                quality = weight(range);
            }
        }
        return quality;
    }

    private static int fit(String range, String type) {
        if (range.equals(type)) {
            return 2;
        }
        if (range.endsWith("/*") && !range.equals(ANY)) {
            return type.startsWith(range.substring(0, range.length() - 1)) ? 1 : -1;
        }
        return range.equals(ANY) ? 0 : -1;
    }

    static double weight(String range) {
        for (String parameter : range.split(";")) {
            String stripped = parameter.strip();
            if (stripped.startsWith("q=")) {
                try {
                    return Double.parseDouble(stripped.substring(2));
                } catch (NumberFormatException e) {
                    return 0; // nobody knows what was meant: as if the range were not there
                }
            }
        }
        return 1;
    }
}
