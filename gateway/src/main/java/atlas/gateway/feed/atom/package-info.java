/** The public feed of changes for feed readers: Atom (RFC 4287), with archives of all there ever was (RFC 5005). */
package atlas.gateway.feed.atom;
