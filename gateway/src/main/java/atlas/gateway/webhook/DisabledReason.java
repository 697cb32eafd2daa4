package atlas.gateway.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a webhook is switched off. */
@Schema(description = "OWNER: its owner did so; GONE: the receiver answered 410; FAILING: nothing was taken for days; PARTNER_CLOSED: its partner was closed")
public enum DisabledReason {
    OWNER,
    GONE,
    FAILING,
    PARTNER_CLOSED
}
