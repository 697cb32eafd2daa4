/** Files of records: taken row by row, each row by the rules of a single write, exactly once through every crash. */
package atlas.county.imports;
