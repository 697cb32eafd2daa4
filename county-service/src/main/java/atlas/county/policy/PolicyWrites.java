package atlas.county.policy;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.RecordedPolicy;
import atlas.service.place.Fips;
import atlas.service.place.StateCode;
import atlas.service.write.Idempotency;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/** The writes of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. */
@ApplicationScoped
@Transactional
public class PolicyWrites {

    private final PolicyService policies;
    private final Idempotency idempotency;
    private final WriteRequest request;

    PolicyWrites(PolicyService policies, Idempotency idempotency, WriteRequest request) {
        this.policies = policies;
        this.idempotency = idempotency;
        this.request = request;
    }

    public RecordedPolicy record(Fips county, RecordPolicy said) {
        return once(said, () -> policies.record(county, said, request.author()));
    }

    public RecordedPolicy record(StateCode state, RecordPolicy said) {
        return once(said, () -> policies.record(state, said, request.author()));
    }

    public RecordedPolicy correct(UUID id, RecordPolicy said, IfMatch expected) {
        return once(said, () -> policies.correct(id, said, expected, request.author()));
    }

    public RecordedPolicy withdraw(UUID id, String reason, IfMatch expected) {
        return once(String.valueOf(reason), () -> policies.withdraw(id, reason, expected, request.author()));
    }

    private RecordedPolicy once(Object body, Supplier<RecordedPolicy> write) {
        return idempotency.once(request, body, RecordedPolicy.class, write);
    }
}
