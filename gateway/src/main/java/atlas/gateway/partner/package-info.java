/** Organisations that write: what they may, how often, and whether a reviewer looks first. Knows nothing of their keys. */
package atlas.gateway.partner;
