/** How text stands in CSV wherever we write or read it. */
package atlas.service.csv;
