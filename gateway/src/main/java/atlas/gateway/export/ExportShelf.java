package atlas.gateway.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The finished sets of files, in a folder each: the newest, and a few before it for downloads that are under way. */
@Singleton
public class ExportShelf {

    private static final Logger LOG = Logger.getLogger(ExportShelf.class);
    private static final String LABEL = "set.json";

    private final ExportFolder folder;
    private final ObjectMapper json;
    private final int kept;
    private volatile List<ExportSet> sets;
    private volatile boolean stale;

    ExportShelf(ExportFolder folder, ExportsConfig config, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
        this.kept = config.kept();
        this.sets = found();
    }

    /** Those that an earlier process left, the newest first. */
    private List<ExportSet> found() {
        List<ExportSet> found = new ArrayList<>();
        for (Path one : folder.finished()) {
            try {
                found.add(json.readValue(one.resolve(LABEL).toFile(), ExportSet.class));
            } catch (IOException e) {
                LOG.warnf("%s holds no set of files and is removed: %s", one, e.getMessage());
                folder.remove(one);
            }
        }
        found.sort(Comparator.comparing(ExportSet::madeAt).reversed());
        return List.copyOf(found);
    }

    /** Empty before the first was made. */
    public Optional<ExportSet> newest() {
        return sets.stream().findFirst();
    }

    public Optional<ExportSet> of(String version) {
        return sets.stream().filter(set -> set.version().equals(version)).findFirst();
    }

    public Path path(ExportSet set, ExportedFile.Stored stored) {
        return folder.of(set.version()).resolve(stored.file());
    }

    /** Whether the data set is known to have gone on and the files could not be made yet. */
    public boolean isStale() {
        return stale;
    }

    public void setStale(boolean behind) {
        stale = behind;
    }

    /** Puts a set in front, whole or not at all; the oldest goes. Another process may have put the same there. */
    public void put(ExportSet set, Path made) throws IOException {
        json.writeValue(made.resolve(LABEL).toFile(), set);
        try {
            Files.move(made, folder.of(set.version()), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(folder.of(set.version()).resolve(LABEL))) {
                throw e;
            }
            folder.remove(made);
        }
        List<ExportSet> all = Stream.concat(Stream.of(set),
                sets.stream().filter(other -> !other.version().equals(set.version()))).toList();
        sets = all.subList(0, Math.min(kept, all.size()));
        all.subList(sets.size(), all.size()).forEach(old -> folder.remove(folder.of(old.version())));
        stale = false;
    }
}
