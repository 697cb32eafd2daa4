/** Who did what: the audit of partners and keys, which is the gateway's own, and all audits as one. */
package atlas.gateway.audit;
