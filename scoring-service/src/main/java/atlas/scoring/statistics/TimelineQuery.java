package atlas.scoring.statistics;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.place.StateCode;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters of the timeline, as they were written. */
public class TimelineQuery {

    @RestQuery("from")
    @Parameter(description = "the first day", required = true, schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-"), example = "2017-01-01")
    AsOf from;
    @RestQuery("to")
    @Parameter(description = "the last day; today when absent", schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-"), example = "2019-12-17")
    AsOf to;
    @RestQuery("step")
    @DefaultValue(Step.DEFAULT)
    Step step;
    @RestQuery("state")
    @Parameter(description = "only the counties of this state; the nation when absent", example = "GA")
    StateCode state;
    @RestQuery("known_at")
    KnownAt knownAt;
    @RestQuery("rubric")
    @Parameter(description = "name of the rubric to score by; the default one when absent", schema = @Schema(type = SchemaType.STRING), example = "ilrc-2019")
    String rubric;

    String stateOrNull() {
        return state == null ? null : state.value();
    }
}
