package atlas.service.write;

import java.util.UUID;

import atlas.service.security.Jurisdiction;

/**
 * Who writes and where that key may write: of a request, or kept for work that goes on after its request was answered.
 *
 * @param owner the partner's id, or the key's where the key belongs to none: it stays when the organisation's name changes
 * @param requestId names the request in the logs
 * @param approver who approved what the author submitted; null for what takes effect at once
 * @param importId the import that the write is a row of; null for a write of its own
 */
public record Author(String keyId, String owner, String organisation, Jurisdiction jurisdiction, String requestId,
        Approver approver, UUID importId) {

    /** Of a write of its own that takes effect at once. */
    public Author(String keyId, String owner, String organisation, Jurisdiction jurisdiction, String requestId) {
        this(keyId, owner, organisation, jurisdiction, requestId, null, null);
    }

    /** The organisation that approved; null when nobody had to. */
    public String approvedBy() {
        return approver == null ? null : approver.organisation();
    }

    /** Who approves, and with which key. */
    public record Approver(String keyId, String organisation) {
    }
}
