/** The submissions of all services as one queue: a list of them all, and the way of each to the service that has it. */
package atlas.gateway.submission;
