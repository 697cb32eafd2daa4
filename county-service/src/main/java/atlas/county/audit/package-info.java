/** The audit of policies: for administrators. */
package atlas.county.audit;
