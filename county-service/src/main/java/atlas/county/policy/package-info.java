/**
 * Policy records: what a county, city, court or state agency has adopted on one of the seven factors or a frontier topic.
 * Bitemporal: when
 * it was true, and when we said so. A correction closes a version and writes the next; nothing is ever lost.
 */
package atlas.county.policy;
