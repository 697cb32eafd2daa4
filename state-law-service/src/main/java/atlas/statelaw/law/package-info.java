/**
 * State laws: what a state requires, mandates or forbids its counties, cities and agencies, what courts did with it, and when.
 * Bitemporal: when it was true, and when we said so. A correction closes a version and writes the next; nothing is ever lost.
 */
package atlas.statelaw.law;
