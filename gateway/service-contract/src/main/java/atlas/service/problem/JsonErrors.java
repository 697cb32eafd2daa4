package atlas.service.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells in our own words which field of a JSON body has the wrong form. */
public final class JsonErrors {

    static final String MALFORMED = "The body is not valid JSON.";

    private JsonErrors() {
    }

    /** What is wrong with a JSON value that could not be read as what it should be. */
    public static ProblemException refusal(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatched) {
            return ProblemException.invalid(of(mismatched));
        }
        if (e instanceof JsonMappingException wronglyMapped && e.getCause() instanceof ProblemException refused) {
            return at(wronglyMapped, refused);
        }
        if (e instanceof JsonMappingException placed && e.getCause() instanceof InputCoercionException) {
            // good JSON, but not a number that the field can hold
            return ProblemException.invalid(List.of(error(placed, "is too large or too small a number")));
        }
        return new ProblemException(Problem.Kind.MALFORMED_BODY, MALFORMED, List.of());
    }

    static List<FieldError> of(MismatchedInputException e) {
        return List.of(error(e, message(e)));
    }

    /** The same refusal, with the place in the body at which a value type raised it. */
    static ProblemException at(JsonMappingException e, ProblemException refused) {
        String message = refused.errors().isEmpty() ? refused.getMessage() : refused.errors().get(0).message();
        return ProblemException.invalid(List.of(error(e, message)));
    }

    private static FieldError error(JsonMappingException e, String message) {
        if (e.getPath().isEmpty()) {
            return new FieldError("body", "", message);
        }
        return FieldError.inBody(e.getPath().stream().map(JsonErrors::step).collect(Collectors.joining()), message);
    }

    private static String step(Reference reference) {
        return "/" + (reference.getFieldName() != null
                ? reference.getFieldName().replace("~", "~0").replace("/", "~1")
                : String.valueOf(reference.getIndex()));
    }

    private static String message(MismatchedInputException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
            return known.isEmpty() ? "is not a field of this request; it has none"
                    : "is not a field of this request; did you mean " + Spelling.nearest(unknown.getPropertyName(), known)
                            + "? Known are: " + String.join(", ", known);
        }
        Class<?> wanted = e.getTargetType();
        if (wanted != null && wanted.isEnum()) {
            return "must be one of "
                    + Arrays.stream(wanted.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return "must be " + form(wanted);
    }

    private static String form(Class<?> wanted) {
        if (wanted == null) {
            return "of another type";
        }
        return switch (wanted.getSimpleName()) {
            case "String" -> "a string";
            case "LocalDate" -> "a date such as 2019-12-17";
            case "PartialDate" -> "a date such as 2019-07-22, 2018-11 or 2018";
            case "Instant" -> "an instant such as 2026-01-01T00:00:00Z";
            case "UUID" -> "an id such as 0197a000-0000-7000-8000-000000000001";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "List", "ArrayList", "Set", "HashSet", "Collection" -> "an array";
            default -> "an object";
        };
    }
}
