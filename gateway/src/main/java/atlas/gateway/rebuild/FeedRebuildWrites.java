package atlas.gateway.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import atlas.gateway.feed.FeedRebuilds;
import atlas.service.write.Idempotency;
import atlas.service.write.WriteRequest;

/** Begins a rebuild of the feed once, when it is asked for again under the same Idempotency-Key. */
@ApplicationScoped
@Transactional
public class FeedRebuildWrites {

    private static final Logger LOG = Logger.getLogger(FeedRebuildWrites.class);

    private final FeedRebuilds rebuilds;
    private final Idempotency idempotency;
    private final WriteRequest request;

    FeedRebuildWrites(FeedRebuilds rebuilds, Idempotency idempotency, WriteRequest request) {
        this.rebuilds = rebuilds;
        this.idempotency = idempotency;
        this.request = request;
    }

    RebuildOfFeed begin() {
        return idempotency.once(request, "", RebuildOfFeed.class, () -> {
            RebuildOfFeed begun = RebuildOfFeed.of(rebuilds.begin());
            LOG.infof("the rebuild %d of the feed is asked for by key %s", begun.number(), request.author().keyId());
            return begun;
        });
    }
}
