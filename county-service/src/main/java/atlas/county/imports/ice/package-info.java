/** ICE's list of 287(g) agencies, week by week: what is new on it, what is gone from it, and which counties it means. */
package atlas.county.imports.ice;
