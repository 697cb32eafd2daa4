package atlas.county.imports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of files, and how they are worked on. */
@StaticInitSafe
@ConfigMapping(prefix = "atlas.imports")
public interface ImportsConfig {

    /** The largest file, in bytes. */
    @WithDefault("52428800")
    long largestFile();

    /** The largest spreadsheet, in bytes. */
    @WithDefault("5242880")
    long largestSpreadsheet();

    /** The most rows of a file. */
    @WithDefault("500000")
    int mostRows();

    /** The most rows of a spreadsheet. */
    @WithDefault("20000")
    int mostSpreadsheetRows();

    /** How many files are read at the same time; more wait for their turn. */
    @WithDefault("2")
    int readAtOnce();

    /** How many files may be on their way at the same time; more are turned away. */
    @WithDefault("8")
    int sentAtOnce();

    /** How long a spreadsheet may take to read. */
    @WithDefault("30s")
    Duration spreadsheetTime();

    /** Where files wait until they are read; absent: where Java keeps temporary files. */
    Optional<Path> folder();

    /** How many rows one transaction takes. */
    @WithDefault("500")
    int chunk();

    /** How long the worker waits before it looks for work again. */
    @WithDefault("2s")
    Duration pollInterval();

    /** How long the rows of an import are kept after its end. */
    @WithDefault("P90D")
    Duration keepRows();

    /** A list that lost a larger share of its rows than this waits for a reviewer. */
    @WithDefault("0.3")
    double suspiciousLoss();
}
