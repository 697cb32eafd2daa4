package atlas.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of our four services, as a packaged Quarkus application. */
enum Service {

    COUNTY("county-service", "county", 128),
    STATE_LAW("state-law-service", "state_law", 128),
    /** It holds every county's timeline in memory. */
    SCORING("scoring-service", "scoring", 224),
    GATEWAY("gateway", "gateway", 160);

    private static final String ARCHIVE = "app-cds.jsa";

    private final String module;
    private final String database;
    private final int heapMegabytes;

    Service(String module, String database, int heapMegabytes) {
        this.module = module;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    /** The folder of its module, which is also what we call it. */
    String module() {
        return module;
    }

    String database() {
        return database;
    }

    Path application(Path home) {
        return home.resolve(module).resolve("target").resolve("quarkus-app");
    }

    /**
     * Seven virtual machines share one computer: small heaps, the collector and the compiler that need least, shared classes.
     */
    List<String> jvmFlags(Path application) {
        List<String> flags = new ArrayList<>(List.of("-Xms32m", "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        Path archive = application.resolve(ARCHIVE);
        if (Files.exists(archive)) {
            // An archive of another JDK is passed over, without a word.
            flags.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        }
        return flags;
    }
}
