package atlas.gateway.parked;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.merged.MergedLists;
import atlas.gateway.merged.MergedLists.Asked;
import atlas.gateway.merged.Part;
import atlas.gateway.merged.ServiceParts;
import atlas.gateway.merged.Slice;
import atlas.gateway.route.ServiceName;
import atlas.service.parked.ParkedEventView;
import atlas.service.parked.ParkedLists;
import atlas.service.parked.ParkedQuery;
import io.vertx.core.Future;

/** The parked events of scores and of the feed as one list. */
@ApplicationScoped
class WholeParked {

    private final MergedLists lists;
    private final ServiceParts services;
    private final ParkedLists own;
    private final ObjectMapper json;

    WholeParked(MergedLists lists, ServiceParts services, ParkedLists own, ObjectMapper json) {
        this.lists = lists;
        this.services = services;
        this.own = own;
        this.json = json;
    }

    ParkedEventPage page(ParkedQuery query, EventConsumerName consumer, UriInfo uri) {
        List<Part> parts = new ArrayList<>();
        if (EventConsumerName.has(consumer, EventConsumerName.SCORING)) {
            parts.add(services.of(ServiceName.SCORING, ParkedOwners.PATH, uri, ParkedOwners.CHOOSES));
        }
        if (EventConsumerName.has(consumer, EventConsumerName.FEED)) {
            parts.add((place, most) -> ofTheFeed(query, place, most));
        }
        return ParkedEventPage.of(lists.page(new Asked(uri, query.limit(), query.cursor()), parts, new NewestParked()));
    }

    private Future<Slice> ofTheFeed(ParkedQuery query, String place, int most) {
        List<ParkedEventView> found = own.behind(query, place, most + 1);
        List<ObjectNode> shown = found.stream().limit(most).map(event -> json.<ObjectNode> valueToTree(event)).toList();
        return Future.succeededFuture(new Slice(shown, own.total(query), found.size() > most));
    }
}
