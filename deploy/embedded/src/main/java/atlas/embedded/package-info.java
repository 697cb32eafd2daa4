/**
 * A real PostgreSQL and a real Kafka broker on one machine, without Docker: what {@code deploy/up} starts and what every
 * module's tests
 * run against. Nothing of the domain enters here.
 */
package atlas.embedded;
