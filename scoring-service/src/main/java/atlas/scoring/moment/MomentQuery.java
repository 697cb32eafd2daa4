package atlas.scoring.moment;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters that say what a question is about, as they were written; null where they are absent. */
public class MomentQuery {

    @RestQuery("as_of")
    public AsOf asOf;
    @RestQuery("known_at")
    public KnownAt knownAt;
    @RestQuery("rubric")
    @Parameter(description = "name of the rubric to score by; the default one when absent", schema = @Schema(type = SchemaType.STRING), example = "ilrc-2019")
    public String rubric;
}
