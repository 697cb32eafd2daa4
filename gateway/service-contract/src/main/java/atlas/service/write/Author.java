package atlas.service.write;

import atlas.service.security.Jurisdiction;

/**
 * Who writes and where that key may write: of a request, or kept for work that goes on after its request was answered.
 *
 * @param requestId names the request in the logs
 */
public record Author(String keyId, String organisation, Jurisdiction jurisdiction, String requestId) {
}
