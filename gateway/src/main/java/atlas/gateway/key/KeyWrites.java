package atlas.gateway.key;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.service.write.Idempotency;
import atlas.service.write.IfMatch;
import atlas.service.write.WriteRequest;

/**
 * The writes of the API: each is one transaction, and done once when it is sent again under the same Idempotency-Key. What is
 * kept for that is the answer without the secret.
 */
@ApplicationScoped
@Transactional
public class KeyWrites {

    private final KeyService keys;
    private final Idempotency idempotency;
    private final WriteRequest request;

    KeyWrites(KeyService keys, Idempotency idempotency, WriteRequest request) {
        this.keys = keys;
        this.idempotency = idempotency;
        this.request = request;
    }

    GivenKey give(UUID partner, DescribeKey said) {
        return withSecret(said, text -> keys.give(partner, said, text, request));
    }

    GivenKey rotate(String id, RotateKey said) {
        return withSecret(said, text -> keys.rotate(id, said, text, request));
    }

    KeyView change(String id, DescribeKey said, IfMatch expected) {
        return idempotency.once(request, said, KeyView.class, () -> keys.change(id, said, expected, request));
    }

    KeyView revoke(String id) {
        return idempotency.once(request, "", KeyView.class, () -> keys.revoke(id, request));
    }

    private GivenKey withSecret(Object body, Function<KeyText, KeyView> write) {
        KeyText text = KeyText.random();
        KeyView key = idempotency.once(request, body, KeyView.class, () -> write.apply(text));
        boolean madeNow = key.id().equals(text.id());
        return GivenKey.of(key, madeNow ? text.reveal() : null);
    }
}
