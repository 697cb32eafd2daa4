package atlas.gateway.parked;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.merged.ServiceParts;
import atlas.gateway.route.PassedOn;
import atlas.gateway.route.ServiceName;
import atlas.gateway.route.Services;
import atlas.gateway.route.Services.Question;
import atlas.service.parked.ParkedEvents;
import atlas.service.parked.ParkedSelection;
import atlas.service.parked.Redriven;

/** Takes what concerns parked events to where they are: the feed's are here, all others are scoring-service's. */
@ApplicationScoped
class ParkedOwners {

    static final String PATH = "/v1/admin/parked-events";
    /** The parameter that says whose: no service knows it. */
    static final String CHOOSES = "consumer";

    private final Services services;
    private final ParkedEvents own;

    ParkedOwners(Services services, ParkedEvents own) {
        this.services = services;
        this.own = own;
    }

    RestResponse<?> show(UUID id) {
        return answer(RestResponse.Status.OK, own.find(id), new Question(ServiceName.SCORING, "GET", PATH + "/" + id, null));
    }

    RestResponse<?> redrive(UUID id) {
        RestResponse<?> answer = answer(RestResponse.Status.ACCEPTED, own.redrive(id),
                new Question(ServiceName.SCORING, "POST", PATH + "/" + id + "/redrive", null));
        if (answer.getStatus() == RestResponse.StatusCode.ACCEPTED) {
            answer.getHeaders().putSingle(HttpHeaders.LOCATION, PATH + "/" + id);
        }
        return answer;
    }

    RestResponse<?> discard(UUID id, String reason) {
        return answer(RestResponse.Status.OK, own.discard(id, reason), new Question(ServiceName.SCORING, "DELETE",
                PATH + "/" + id + "?reason=" + PassedOn.encoded(String.valueOf(reason)), null));
    }

    /** Asks scoring-service first: when it does not answer, nothing was asked for. */
    Redriven redriveAll(ParkedSelection selection, EventConsumerName consumer, UriInfo uri) {
        Redriven ofScores = new Redriven(0, 0);
        if (EventConsumerName.has(consumer, EventConsumerName.SCORING)) {
            String filters = String.join("&", ServiceParts.filters(uri, CHOOSES));
            ObjectNode told = Services.await(
                    services.told(new Question(ServiceName.SCORING, "POST", PATH + "/redrive?" + filters, null)));
            ofScores = new Redriven(told.path("requested").asLong(), told.path("left").asLong());
        }
        Redriven ofTheFeed = EventConsumerName.has(consumer, EventConsumerName.FEED) ? own.redriveAll(selection)
                : new Redriven(0, 0);
        return new Redriven(ofScores.requested() + ofTheFeed.requested(), ofScores.left() + ofTheFeed.left());
    }

    private RestResponse<?> answer(RestResponse.Status status, Optional<?> ours, Question otherwise) {
        return ours.<RestResponse<?>> map(event -> RestResponse.ResponseBuilder.create(status, event).build())
                .orElseGet(() -> PassedOn.of(Services.await(services.ask(otherwise))));
    }
}
