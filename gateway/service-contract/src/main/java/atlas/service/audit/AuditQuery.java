package atlas.service.audit;

import java.util.UUID;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;
import atlas.service.problem.IdText;
import atlas.service.problem.ProblemException;
import atlas.service.time.KnownAt;

/** The query parameters of lists of audit entries. */
public class AuditQuery {

    @RestQuery("organisation")
    @Parameter(description = "that wrote or approved")
    String organisation;
    @RestQuery("key")
    @Parameter(description = "id of the key that wrote or approved")
    String key;
    @RestQuery("subject")
    @Parameter(description = "id of the record or submission", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    String subject;
    @RestQuery("action")
    @Parameter(description = "as policy.added, law.withdrawn or submission.approved", example = "policy.added")
    String action;
    @RestQuery("from")
    @Parameter(description = "not before this instant", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;
    @RestQuery("to")
    @Parameter(description = "before this instant", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;

    public PageLimit limit() {
        return limit;
    }

    /** Where to go on; null at the start. */
    public String cursor() {
        return cursor;
    }

    AuditFilter filter() {
        return new AuditFilter(organisation, key, subject == null ? null : id(subject), action,
                from == null ? null : KnownAt.instant("from", from), to == null ? null : KnownAt.instant("to", to));
    }

    private static UUID id(String text) {
        try {
            return IdText.read(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("subject", "an id such as 0197a000-0000-7000-8000-000000000001");
        }
    }
}
