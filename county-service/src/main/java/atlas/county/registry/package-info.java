/** The fixed universe: 3,142 counties and equivalents, their shapes, and the other codes under which they were or are known. */
package atlas.county.registry;
