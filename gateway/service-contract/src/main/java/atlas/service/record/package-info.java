/** How every record that partners write, of a policy or of a law, states its dates, its strength and its sources. */
package atlas.service.record;
