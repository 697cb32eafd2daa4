/**
 * The one public face of the Atlas: it knows who calls, refuses what no service should have to see, sends the rest to the
 * service
 * that owns the answer, and publishes one document of it all. It holds no policy data.
 */
package atlas.gateway;
