/** The audit of laws: for administrators. */
package atlas.statelaw.audit;
