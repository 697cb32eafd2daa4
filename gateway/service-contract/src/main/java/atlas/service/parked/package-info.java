/**
 * The events that a service's consumer could not apply, as administrators look at them, have them tried again and discard
 * them. What is tried again is done by the consumer that leads; here it is only asked for.
 */
package atlas.service.parked;
