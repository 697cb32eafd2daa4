/**
 * What lets an operator follow one change through the services: the trace that an event belongs to, beside the message and
 * never in
 * it, the spans of its sending and applying, and its id on the lines that are logged about it.
 */
package atlas.events.trace;
