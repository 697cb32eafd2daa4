/** Holds the list of keys and its page to what the services really read, and the services to what they say of mistakes. */
package atlas.configuration;
