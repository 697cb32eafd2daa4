package atlas.gateway.audit;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

import atlas.service.problem.ProblemException;

/** Of what an audit is: each has ids and a chain of its own. */
@Schema(name = "AuditOf", type = SchemaType.STRING, enumeration = { AuditSort.POLICIES, AuditSort.LAWS,
        AuditSort.PARTNERS }, examples = AuditSort.POLICIES, description = "of what an audit is: each has ids and a chain of its own")
public record AuditSort(@JsonValue String value) {

    static final String POLICIES = "policies";
    static final String LAWS = "laws";
    static final String PARTNERS = "partners";
    private static final Set<String> ALL = Set.of(POLICIES, LAWS, PARTNERS);

    public AuditSort {
        if (!ALL.contains(value)) {
            throw ProblemException.invalid("of", "must be one of " + String.join(", ", POLICIES, LAWS, PARTNERS));
        }
    }

    /** Reads it from a query parameter. */
    public static AuditSort fromString(String value) {
        return new AuditSort(value);
    }
}
