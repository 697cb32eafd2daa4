/** How a service is, for who watches it. */
package atlas.service.health;
