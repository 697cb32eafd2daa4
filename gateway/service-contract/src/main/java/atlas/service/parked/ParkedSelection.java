package atlas.service.parked;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.consumer.ParkedFilter;
import atlas.service.time.KnownAt;

/** The query parameters that select parked events by what they are. */
public class ParkedSelection {

    @RestQuery("topic")
    @Parameter(description = "of this topic", example = "county-policy-changes")
    String topic;
    @RestQuery("key")
    @Parameter(description = "of this key of the topic", example = "24031")
    String key;
    @RestQuery("reason")
    @Parameter(description = "whose reason contains this, in upper and lower case as it stands there", example = "the county is not known")
    String reason;
    @RestQuery("since")
    @Parameter(description = "parked at this instant or later", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String since;

    ParkedFilter filter(ParkedEventStatus status) {
        return new ParkedFilter(topic, key, reason, status == null ? null : status.kept(),
                since == null ? null : KnownAt.instant("since", since));
    }
}
