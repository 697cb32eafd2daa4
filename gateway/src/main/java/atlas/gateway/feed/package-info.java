/** The public feed of changes: how events of the topics are numbered, and how the numbered ones are read. */
package atlas.gateway.feed;
