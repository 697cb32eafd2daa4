package atlas.county.imports.read;

import java.time.LocalDate;

/**
 * A cell that says something.
 *
 * @param day that its number stands for, whatever its format; null when it is no number of that kind
 * @param link null when it has none
 */
record XlsxCell(String text, LocalDate day, String link) {
}
