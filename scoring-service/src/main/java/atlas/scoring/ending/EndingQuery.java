package atlas.scoring.ending;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.Factor;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;
import atlas.service.page.PageLimit;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters of the list of contract endings. */
public class EndingQuery {

    @RestQuery("since")
    @DefaultValue("2017-01-01")
    @Parameter(description = "first day of the span", schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-", defaultValue = "2017-01-01"), example = "2017-01-01")
    AsOf since;
    @RestQuery("as_of")
    @Parameter(description = "last day of the span; today when absent", schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-"), example = "2019-12-31")
    AsOf asOf;
    @RestQuery("known_at")
    KnownAt knownAt;
    @RestQuery("state")
    @Parameter(description = "only this state", example = "NC")
    StateCode state;
    @RestQuery("factor")
    @Parameter(description = "only contracts of this kind; both when absent", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "NO_287G", "NO_DETENTION_CONTRACT" }), example = "NO_287G")
    Factor factor;
    @RestQuery("scope")
    @Parameter(description = "only contracts of such a body; COUNTY leaves out those of cities", example = "COUNTY")
    Scope scope;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @RestQuery("cursor")
    @Parameter(description = "\"next\" of the page before")
    String cursor;

    void check() {
        if (factor != null && factor.kind() != Factor.Kind.CONTRACT) {
            throw ProblemException.invalid("factor", "must be one of NO_287G, NO_DETENTION_CONTRACT");
        }
    }

    String stateOrNull() {
        return state == null ? null : state.value();
    }

    boolean asksFor(Factor one) {
        return one.kind() == Factor.Kind.CONTRACT && (factor == null || factor == one);
    }

    boolean asksFor(RecordedPolicy record) {
        return record.factor() != null && asksFor(record.factor()) && (scope == null || record.scope() == scope);
    }
}
