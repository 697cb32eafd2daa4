/** How services change the tables of their databases. */
package atlas.service.migration;
