package atlas.service.problem;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Reads a part of a body by itself, with the refusals that the whole of a body would have. */
public final class JsonReading {

    private JsonReading() {
    }

    /** @throws ProblemException naming the field, seen from the part, that has the wrong form */
    public static <T> T read(JsonNode part, Class<T> type, ObjectMapper json) {
        try {
            return json.treeToValue(part, type);
        } catch (MismatchedInputException e) {
            throw ProblemException.invalid(JsonErrors.of(e));
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof ProblemException refused ? JsonErrors.at(e, refused)
                    : ProblemException.invalid(List.of(FieldError.inBody("/", "cannot be read")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read once cannot be read again", e);
        }
    }
}
