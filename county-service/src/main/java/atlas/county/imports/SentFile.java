package atlas.county.imports;

import java.time.LocalDate;

import atlas.county.imports.read.FileFormat;

/**
 * What was sent, apart from its content.
 *
 * @param listedOn the date of ICE's list; null for other files
 * @param sha256 of the content: the same request is known by it
 */
record SentFile(String name, FileFormat format, boolean dryRun, LocalDate listedOn, String sha256) {
}
