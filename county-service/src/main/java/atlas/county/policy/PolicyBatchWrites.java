package atlas.county.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.write.Idempotency;
import atlas.service.write.WriteRequest;

/** Batches of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. */
@ApplicationScoped
@Transactional
class PolicyBatchWrites {

    private final PolicyBatches batches;
    private final Idempotency idempotency;
    private final WriteRequest request;

    PolicyBatchWrites(PolicyBatches batches, Idempotency idempotency, WriteRequest request) {
        this.batches = batches;
        this.idempotency = idempotency;
        this.request = request;
    }

    BatchResults record(PolicyBatch batch) {
        return idempotency.once(request, batch, BatchResults.class, () -> batches.record(batch, request.author()));
    }
}
