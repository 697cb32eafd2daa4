package atlas.gateway.audit;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** Of what an audit is: each has ids and a chain of its own. */
@Schema(name = "AuditArea", type = SchemaType.STRING, enumeration = { AuditArea.POLICIES, AuditArea.LAWS,
        AuditArea.PARTNERS }, examples = AuditArea.POLICIES, description = "of what an audit is: each has ids and a chain of its own")
public record AuditArea(@JsonValue String value) {

    static final String POLICIES = "policies";
    static final String LAWS = "laws";
    static final String PARTNERS = "partners";
    private static final Set<String> ALL = Set.of(POLICIES, LAWS, PARTNERS);

    public AuditArea {
        if (!ALL.contains(value)) {
            throw ProblemException.invalid("of", "must be one of " + String.join(", ", POLICIES, LAWS, PARTNERS));
        }
    }

    /** Reads it from a query parameter. */
    public static AuditArea fromString(String value) {
        return new AuditArea(value);
    }
}
