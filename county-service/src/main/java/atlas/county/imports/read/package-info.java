/** Readers of files, in constant memory: what cannot be read at all is refused with one clear reason. */
package atlas.county.imports.read;
