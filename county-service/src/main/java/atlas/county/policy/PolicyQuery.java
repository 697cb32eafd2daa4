package atlas.county.policy;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.events.Scope;
import atlas.events.Stance;
import atlas.service.page.PageLimit;
import atlas.service.problem.ProblemException;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters of every list of records. */
public class PolicyQuery {

    @RestQuery("factor")
    Factor factor;
    @RestQuery("topic")
    FrontierTopic topic;
    @RestQuery("scope")
    Scope scope;
    @RestQuery("stance")
    Stance stance;
    @RestQuery("as_of")
    @Parameter(description = "only records in force on this day; absent: whenever they are in force")
    AsOf asOf;
    @RestQuery("known_at")
    KnownAt knownAt;
    @RestQuery("include")
    @Parameter(description = "superseded and withdrawn versions too", schema = @Schema(type = SchemaType.STRING, enumeration = "history"))
    String include;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;

    PolicyFilter filter(String county, String state) {
        if (include != null && !include.equals("history")) {
            throw ProblemException.invalid("include", "must be history");
        }
        return new PolicyFilter(county, state, factor, topic, scope, stance, asOf == null ? null : asOf.value(),
                knownAt == null ? null : knownAt.value(), include != null);
    }
}
