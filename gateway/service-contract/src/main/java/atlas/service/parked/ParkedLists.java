package atlas.service.parked;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.events.consumer.ParkedMessage;
import atlas.events.consumer.ParkedStore;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.problem.ProblemException;

/** Pages through the parked events of this service, the newest first. */
@ApplicationScoped
public class ParkedLists {

    private final ParkedStore store;
    private final Cursors cursors;
    private final String service;

    ParkedLists(ParkedStore store, Cursors cursors, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.cursors = cursors;
        this.service = service;
    }

    /** @param after id of the event behind which the list begins, where no cursor says it; null: from the newest */
    public Page<ParkedEventView> page(ParkedQuery query, String after, UriInfo uri) {
        List<String> position = cursors.position(uri, query.cursor());
        List<ParkedEventView> found = behind(query, position.isEmpty() ? after : position.get(0), query.limit().value() + 1);
        return cursors.cut(uri, found, query.limit(), event -> List.of(event.id().toString())).page(event -> event,
                total(query));
    }

    /** The events behind the one of the id (null: from the newest), at most so many. */
    public List<ParkedEventView> behind(ParkedQuery query, String id, int most) {
        List<ParkedMessage> found = store.list(query.filter(), id == null ? null : id(id), most);
        return found.stream().map(message -> ParkedEventView.of(message, service)).toList();
    }

    public long total(ParkedQuery query) {
        return store.count(query.filter());
    }

    private static UUID id(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("after", "the id of a parked event, such as 0197a000-0000-7000-8000-000000000001");
        }
    }
}
