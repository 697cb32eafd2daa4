package atlas.service.record;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Names one version of a record. */
public record VersionKey(UUID id, int version) implements Serializable {

    /** The key behind which a list goes on; null at its beginning. */
    public static VersionKey at(List<String> position) {
        return position.isEmpty() ? null : new VersionKey(UUID.fromString(position.get(0)), Integer.parseInt(position.get(1)));
    }

    /** What a cursor keeps of it. */
    public List<String> position() {
        return List.of(id.toString(), String.valueOf(version));
    }
}
