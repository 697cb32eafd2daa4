package atlas.service.write;

import java.util.UUID;

import atlas.service.security.Jurisdiction;

/**
 * Who writes and where that key may write: of a request, or kept for work that goes on after its request was answered.
 *
 * @param requestId names the request in the logs
 * @param importId the import that the write is a row of; null for a write of its own
 */
public record Author(String keyId, String organisation, Jurisdiction jurisdiction, String requestId, UUID importId) {

    public Author(String keyId, String organisation, Jurisdiction jurisdiction, String requestId) {
        this(keyId, organisation, jurisdiction, requestId, null);
    }
}
