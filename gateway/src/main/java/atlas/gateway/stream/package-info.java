/** The feed of changes as it happens: one connection a subscriber, kept open (server-sent events). */
package atlas.gateway.stream;
