package atlas.gateway.stream;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what all subscribers share. */
class StreamDelivery {

    @Produces
    @Singleton
    Subscriber.Delivery delivery(RecentEvents recent, History history, StreamMeters meters) {
        return new Subscriber.Delivery(recent, history, meters);
    }
}
