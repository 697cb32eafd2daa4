package atlas.gateway.submission;

import java.util.UUID;

import atlas.gateway.route.ServiceName;
import atlas.service.submission.SubmissionKind;

/** A service that has submissions, and where. */
enum SubmissionOwner {
    POLICIES(SubmissionKind.POLICY, ServiceName.COUNTY, "/v1/policy-submissions"),
    LAWS(SubmissionKind.LAW, ServiceName.STATE_LAW, "/v1/law-submissions");

    private final SubmissionKind kind;
    private final ServiceName service;
    private final String path;

    SubmissionOwner(SubmissionKind kind, ServiceName service, String path) {
        this.kind = kind;
        this.service = service;
        this.path = path;
    }

    /** Whether it has submissions of the kind; null is any. */
    boolean has(SubmissionKind wanted) {
        return wanted == null || wanted == kind;
    }

    ServiceName service() {
        return service;
    }

    String path() {
        return path;
    }

    String path(UUID id) {
        return path + "/" + id;
    }
}
