package atlas.gateway.partner;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** What a key lets its holder do, as the services ask for it. */
@Schema(type = SchemaType.STRING, enumeration = { KeyScope.POLICIES, KeyScope.LAWS, KeyScope.REVIEW,
        KeyScope.ADMIN }, examples = KeyScope.POLICIES, description = "what a key lets its holder do")
public record KeyScope(@JsonValue String value) {

    public static final String POLICIES = "policies:write";
    public static final String LAWS = "laws:write";
    public static final String REVIEW = "submissions:review";
    public static final String ADMIN = "admin";
    private static final Set<String> ALL = Set.of(POLICIES, LAWS, REVIEW, ADMIN);

    public KeyScope {
        if (value == null || !ALL.contains(value)) {
            throw ProblemException.invalid("scopes",
                    "must be one of " + String.join(", ", POLICIES, LAWS, REVIEW, ADMIN));
        }
    }

    @JsonCreator
    public static KeyScope fromString(String value) {
        return new KeyScope(value);
    }
}
