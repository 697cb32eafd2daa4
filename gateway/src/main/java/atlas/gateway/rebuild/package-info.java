/** The feed made anew from the topics: how an administrator begins it, sees how far it is, and compares. */
package atlas.gateway.rebuild;
