package atlas.gateway.webhook.delivery;

import java.time.Instant;
import java.util.UUID;

/** An event that tells nothing but that a webhook is reached. */
record Ping(UUID id, Instant time) {

    static final String TYPE = "atlas.webhook.ping";

    /** The CloudEvent. It has no sequence: it is in no feed. */
    String json(UUID webhook) {
        return """
                {"specversion":"1.0","id":"%s","source":"/gateway","type":"%s","subject":"%s","time":"%s",\
                "datacontenttype":"application/json","data":{"webhook":"%s"}}""".formatted(id, TYPE, webhook, time, webhook);
    }
}
