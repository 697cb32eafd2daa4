/** How often: writes of a partner, and keys that are none from one address. */
package atlas.gateway.limit;
