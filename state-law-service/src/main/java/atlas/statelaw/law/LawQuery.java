package atlas.statelaw.law;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.Binding;
import atlas.events.Direction;
import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.FrontierTopic;
import atlas.service.page.PageLimit;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters of every list of laws. */
public class LawQuery {

    @RestQuery("direction")
    Direction direction;
    @RestQuery("instrument")
    Instrument instrument;
    @RestQuery("binds")
    @Parameter(description = "only laws that bind these, among others")
    Binding binds;
    @RestQuery("factor")
    @Parameter(description = "only laws with an effect on this factor")
    Factor factor;
    @RestQuery("effect")
    @Parameter(description = "only laws with such an effect; with factor, on that factor")
    EffectKind effect;
    @RestQuery("topic")
    FrontierTopic topic;
    @RestQuery("as_of")
    @Parameter(description = "only laws in effect on this day, whatever the courts did to them; absent: whenever they are in effect")
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

    LawFilter filter(StateCode state) {
        if (include != null && !include.equals("history")) {
            throw ProblemException.invalid("include", "must be history");
        }
        return new LawFilter(state == null ? null : state.value(), direction, instrument, binds, factor, effect, topic,
                asOf == null ? null : asOf.value(), knownAt == null ? null : knownAt.value(), include != null);
    }
}
