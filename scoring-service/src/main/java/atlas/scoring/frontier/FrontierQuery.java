package atlas.scoring.frontier;

import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.FrontierTopic;
import atlas.events.Scope;
import atlas.service.place.StateCode;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** The query parameters of the frontier topics. */
public class FrontierQuery {

    @RestQuery("as_of")
    AsOf asOf;
    @RestQuery("known_at")
    KnownAt knownAt;
    @RestQuery("topic")
    @Parameter(description = "only this topic; all six when absent", example = "COURTHOUSE_ARRESTS")
    FrontierTopic topic;
    @RestQuery("state")
    @Parameter(description = "only this state", example = "NY")
    StateCode state;
    @RestQuery("scope")
    @Parameter(description = "only records of such a body; laws are shown all the same", example = "COURT")
    Scope scope;

    Stream<FrontierTopic> topics() {
        return topic == null ? Stream.of(FrontierTopic.values()) : Stream.of(topic);
    }

    String stateOrNull() {
        return state == null ? null : state.value();
    }
}
