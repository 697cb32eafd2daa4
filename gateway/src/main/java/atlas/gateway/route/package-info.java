/** Which service answers what, read from the services' own documents, and the way there and back. */
package atlas.gateway.route;
