package atlas.service.parked;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import atlas.events.consumer.ParkedFilter;
import atlas.events.consumer.ParkedMessage;
import atlas.events.consumer.ParkedMessage.Asker;
import atlas.events.consumer.ParkedStatus;
import atlas.events.consumer.ParkedStore;
import atlas.service.parked.ParkedDecisions.Decision;
import atlas.service.problem.ProblemException;
import atlas.service.write.Author;
import atlas.service.write.WriteRequest;

/**
 * What administrators decide about the parked events of this service. A decision that was made already is answered with the
 * event as it is: to repeat a request does nothing.
 */
@ApplicationScoped
@Transactional
public class ParkedEvents {

    private static final int MOST = 1_000;
    private static final int LONGEST_REASON = 1_000;

    private final ParkedStore store;
    private final ParkedDecisions decisions;
    private final WriteRequest request;
    private final String service;

    ParkedEvents(ParkedStore store, ParkedDecisions decisions, WriteRequest request,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.decisions = decisions;
        this.request = request;
        this.service = service;
    }

    public Optional<ParkedEventDetail> find(UUID id) {
        return store.find(id).map(message -> new ParkedEventDetail(view(message), ParkedPayload.of(store.payload(id))));
    }

    /** Empty when this service has no such event. */
    public Optional<ParkedEventView> redrive(UUID id) {
        return store.hold(id).map(message -> switch (message.status()) {
            case REQUESTED -> view(message);
            case PARKED -> decide(List.of(message), ParkedStatus.REQUESTED, null).get(0);
            case APPLIED -> throw ProblemException.conflict("It was applied at " + message.lastTriedAt() + ": there is nothing"
                    + " to try again.");
            case DISCARDED -> throw ProblemException.conflict("It was discarded, and is not tried again.");
        });
    }

    /** Those that are selected and parked, at most {@value #MOST} at once; what was parked first comes first. */
    public Redriven redriveAll(ParkedSelection selection) {
        ParkedFilter filter = selection.filter(ParkedEventStatus.PARKED);
        List<ParkedMessage> held = store.hold(filter, MOST);
        if (!held.isEmpty()) {
            decide(held, ParkedStatus.REQUESTED, null);
        }
        return new Redriven(held.size(), store.count(filter));
    }

    /** Empty when this service has no such event. */
    public Optional<ParkedEventView> discard(UUID id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw ProblemException.invalid("reason", "say why it is given up, in at most " + LONGEST_REASON + " characters");
        }
        return store.hold(id).map(message -> switch (message.status()) {
            case PARKED, REQUESTED -> decide(List.of(message), ParkedStatus.DISCARDED, reason).get(0);
            case DISCARDED -> view(message);
            case APPLIED -> throw ProblemException.conflict("It was applied at " + message.lastTriedAt() + ".");
        });
    }

    private List<ParkedEventView> decide(List<ParkedMessage> held, ParkedStatus status, String note) {
        Author author = request.author();
        Asker asker = new Asker(author.keyId(), author.owner(), author.organisation());
        Map<UUID, ParkedMessage> after = new HashMap<>();
        store.decide(held.stream().map(ParkedMessage::id).toList(), status, asker, note)
                .forEach(message -> after.put(message.id(), message));
        decisions.keep(author, held.stream().map(before -> decision(before, after.get(before.id()))).toList());
        return held.stream().map(before -> view(after.get(before.id()))).toList();
    }

    private Decision decision(ParkedMessage before, ParkedMessage after) {
        String action = after.status() == ParkedStatus.DISCARDED ? "parked-event.discarded" : "parked-event.requested";
        return new Decision(action, after.id(), after.revision(), view(before), view(after), after.note());
    }

    private ParkedEventView view(ParkedMessage message) {
        return ParkedEventView.of(message, service);
    }
}
