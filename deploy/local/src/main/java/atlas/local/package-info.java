/**
 * The suite on one machine: starts PostgreSQL, Kafka and the four services as processes, watches over them, loads the report's
 * data the
 * first time, and tells how they are. It knows the services by their addresses alone.
 */
package atlas.local;
