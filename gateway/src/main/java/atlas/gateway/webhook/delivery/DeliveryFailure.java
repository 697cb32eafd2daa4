package atlas.gateway.webhook.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an attempt came to nothing: never more than this, and never what the receiver said. */
@Schema(description = "STATUS: an answer other than 2xx; REDIRECT: 3xx, which is not followed; GONE: 410, which ends the webhook; ADDRESS: the name leads to an address that is not public; UNKNOWN_HOST: it leads to none; CONNECTION: no connection, or it broke off; TLS: the certificate is not one for this name, or no other agreement; TIMEOUT: no answer in time; SECRET: the secret cannot be read here; EVENT: the event is not in the feed at the moment")
public enum DeliveryFailure {
    STATUS,
    REDIRECT,
    GONE,
    ADDRESS,
    UNKNOWN_HOST,
    CONNECTION,
    TLS,
    TIMEOUT,
    SECRET,
    EVENT
}
