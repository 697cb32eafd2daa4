/**
 * In which forms an answer is given: JSON as the services write it, and made of that JSON, as the published document describes
 * it, CSV, NDJSON and GeoJSON.
 */
package atlas.gateway.format;
