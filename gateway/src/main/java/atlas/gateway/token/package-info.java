/** The short-lived token that tells a service behind the gateway who calls. */
package atlas.gateway.token;
