/** Who calls: API keys, of which only a hash is kept, and what they allow. */
package atlas.gateway.key;
