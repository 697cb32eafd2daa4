package atlas.statelaw.law;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.RecordedLaw;
import atlas.service.write.Idempotency;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/** The writes of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. */
@ApplicationScoped
@Transactional
public class LawWrites {

    private final LawService laws;
    private final Idempotency idempotency;
    private final WriteRequest request;

    LawWrites(LawService laws, Idempotency idempotency, WriteRequest request) {
        this.laws = laws;
        this.idempotency = idempotency;
        this.request = request;
    }

    public RecordedLaw record(RecordLaw said) {
        return once(said, () -> laws.record(said, request.author()));
    }

    public RecordedLaw correct(UUID id, RecordLaw said, IfMatch expected) {
        return once(said, () -> laws.correct(id, said, expected, request.author()));
    }

    public RecordedLaw withdraw(UUID id, String reason, IfMatch expected) {
        return once(String.valueOf(reason), () -> laws.withdraw(id, reason, expected, request.author()));
    }

    private RecordedLaw once(Object body, Supplier<RecordedLaw> write) {
        return idempotency.once(request, body, RecordedLaw.class, write);
    }
}
