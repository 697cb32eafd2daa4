package atlas.gateway.export;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the files of the whole data set are made, kept and given away. */
@ConfigMapping(prefix = "atlas.exports")
public interface ExportsConfig {

    /** Whether this process makes files; one that does not shows those that it finds in the folder. */
    @WithDefault("true")
    boolean made();

    /** Where sets of files are kept; a folder of this user for temporary files when absent. */
    Optional<Path> folder();

    /**
     * The state of the data set is looked at for every full interval of this length since 1970: so all replicas make the same
     * files.
     */
    @WithDefault("5m")
    Duration every();

    /** How long after the end of an interval all that was recorded in it has arrived everywhere. */
    @WithDefault("5s")
    Duration settle();

    /**
     * After this time parts that do not hold the same records are no longer waited for: an event was parked. The set says so.
     */
    @WithDefault("10m")
    Duration patience();

    /** How many sets are kept, so that downloads of older ones can go on. */
    @WithDefault("3")
    int kept();

    Downloads downloads();

    License license();

    /** Whose data it is; stands in the citation. */
    @WithDefault("Sanctuary Atlas")
    String publisher();

    /** How many downloads there may be, and how slow. */
    interface Downloads {

        @WithDefault("64")
        int max();

        /** Without a key; of IPv6 the first 64 bits of the address count. */
        @WithDefault("4")
        int perAddress();

        @WithDefault("8")
        int perKey();

        /** How long a reader may take nothing of what was sent. */
        @WithDefault("60s")
        Duration standstill();

        /** How long one may take altogether. */
        @WithDefault("6h")
        Duration longest();
    }

    /** On what terms the data may be used. */
    interface License {

        /** As SPDX and Open Definition name it. */
        @WithDefault("CC-BY-4.0")
        String name();

        @WithDefault("Creative Commons Attribution 4.0 International")
        String title();

        @WithDefault("https://creativecommons.org/licenses/by/4.0/")
        URI url();
    }
}
