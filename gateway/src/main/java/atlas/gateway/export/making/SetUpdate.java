package atlas.gateway.export.making;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import atlas.gateway.export.ExportFolder;
import atlas.gateway.export.ExportSet;
import atlas.gateway.export.ExportShelf;
import atlas.gateway.export.ExportsConfig;
import atlas.gateway.export.making.SetMaker.Made;

/** Puts the files of the state of an instant on the shelf, unless they are there already. */
@Singleton
class SetUpdate {

    private static final Logger LOG = Logger.getLogger(SetUpdate.class);

    private final Sources sources;
    private final SetMaker maker;
    private final ExportShelf shelf;
    private final ExportFolder folder;
    private final Terms terms;

    SetUpdate(Sources sources, SetMaker maker, ExportShelf shelf, ExportFolder folder, Terms terms) {
        this.sources = sources;
        this.maker = maker;
        this.shelf = shelf;
        this.folder = folder;
        this.terms = terms;
    }

    /** Who publishes, on what terms, with which patience. */
    @Singleton
    static class Terms {

        private final ExportsConfig config;
        private final Clock clock;
        private final String homepage;

        Terms(ExportsConfig config, Clock clock, @ConfigProperty(name = "atlas.public-url") Optional<URI> publicUrl) {
            this.config = config;
            this.clock = clock;
            this.homepage = publicUrl.map(URI::toString).orElse(null);
        }

        Colophon colophon(Cut cut) {
            return new Colophon(cut, config.publisher(), config.license(), homepage);
        }

        Instant now() {
            return clock.instant();
        }

        /** Whether parts that differ are still expected to become the same. */
        boolean isWaitedFor(Instant instant) {
            return Duration.between(instant, now()).compareTo(config.patience()) < 0;
        }
    }

    /** Whether a set was made. */
    boolean to(Instant instant) throws IOException {
        Cut cut = sources.cut(instant, maker.layout());
        if (cut == null || shelf.newest().filter(set -> set.version().equals(cut.version())).isPresent()) {
            shelf.setStale(false);
            return false;
        }
        shelf.setStale(shelf.newest().isPresent());
        Path begun = folder.begin();
        try {
            put(cut, begun);
            return true;
        } catch (IOException | RuntimeException e) {
            folder.remove(begun);
            throw e;
        }
    }

    private void put(Cut cut, Path begun) throws IOException {
        Colophon colophon = terms.colophon(cut);
        Made made = maker.make(colophon, begun);
        if (!made.differences().isEmpty()) {
            if (terms.isWaitedFor(cut.instant())) {
                throw new PartsDifferException(made.differences());
            }
            LOG.warnf("the files of version %s do not hold the same: %s", cut.version(), made.differences());
        }
        shelf.put(new ExportSet(cut.version(), cut.asOf(), cut.knownAt(), cut.created(), terms.now(),
                made.differences().isEmpty(), cut.feed().lastEvent(), colophon.citation(), made.files()), begun);
    }
}
