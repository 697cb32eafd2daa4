package atlas.local;

import java.util.List;

import atlas.embedded.CopiedFile;

/**
 * What a backup says of itself. It is written last: a folder without it is no backup.
 *
 * @param format of the folder, counted up when it changes
 * @param began an instant
 * @param ended an instant; everything that was acknowledged before {@code began} is in the backup
 * @param server PostgreSQL's identifier of the server that it is of
 * @param end where the write-ahead log must be read to, at least
 * @param continuous whether the log was kept on afterwards
 * @param files all that belongs to it, by their paths in the folder
 */
record BackupManifest(int format, String began, String ended, String server, String version, String end, boolean continuous,
        List<CopiedFile> files) {

    static final int FORMAT = 1;

    BackupManifest {
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(CopiedFile::size).sum();
    }
}
