package atlas.gateway.stream;

import jakarta.inject.Singleton;

import atlas.gateway.key.Caller;
import atlas.gateway.limit.LimitConfig;
import atlas.gateway.limit.OpenPlaces;
import atlas.gateway.limit.Origin;

/** How many streams are open: in all, of each key, and without a key of each address. */
@Singleton
class StreamLimits {

    private final OpenPlaces places;

    StreamLimits(StreamConfig config, LimitConfig limits) {
        this.places = new OpenPlaces("streams",
                new OpenPlaces.Most(config.max(), config.perKey(), config.perAddress(), limits.exemptLoopback()));
    }

    int open() {
        return places.open();
    }

    /** Takes a place, to be given back when the stream is over; a refusal when none is free. */
    Runnable take(Caller caller, Origin origin) {
        return places.take(caller.isAnonymous() ? null : caller.keyId(), origin);
    }
}
