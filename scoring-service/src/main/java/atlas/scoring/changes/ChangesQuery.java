package atlas.scoring.changes;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.place.StateCode;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters that say which days are compared, and where, as they were written; null where they are absent. */
public class ChangesQuery {

    @RestQuery("from")
    @Parameter(description = "the earlier day", required = true, schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-"), example = "2017-01-20")
    AsOf from;
    @RestQuery("to")
    @Parameter(description = "the later day, or the same; today when absent", schema = @Schema(type = SchemaType.STRING, format = "date", pattern = "^(19|20)\\d{2}-"), example = "2019-09-30")
    AsOf to;
    @RestQuery("state")
    @Parameter(description = "only the counties of this state", example = "CO")
    StateCode state;
    @RestQuery("known_at")
    KnownAt knownAt;
    @RestQuery("rubric")
    @Parameter(description = "name of the rubric to score by; the default one when absent", schema = @Schema(type = SchemaType.STRING), example = "ilrc-2019")
    String rubric;
}
