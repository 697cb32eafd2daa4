/** Lists that several services have a part of each, shown as one: in one order, with one total and one cursor. */
package atlas.gateway.merged;
