/** How often: writes of a partner, reads of a key or an address, and keys that are none from one address. */
package atlas.gateway.limit;
