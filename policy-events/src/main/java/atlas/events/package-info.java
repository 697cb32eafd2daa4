/**
 * The contract that the services share over Kafka: the topics, the types of events, what is in them, how they leave a service
 * (outbox and relay) and how they enter one (consumer).
 * <p>
 * A class may enter when at least two services need it to speak about the same event. No rule of the domain lives here, nothing
 * of HTTP, and no knowledge of one service's tables beyond the outbox and the consumer's own.
 */
package atlas.events;
