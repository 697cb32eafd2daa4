package atlas.county.policy;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import atlas.events.RecordedPolicy;
import atlas.service.submission.SubmissionView;
import atlas.service.write.IfMatch;

/** What came of a write: the record as it is now, or a submission that waits for a reviewer. One of them is null. */
record PolicyOutcome(RecordedPolicy record, SubmissionView submission) {

    /** The answer to the write: with a status of its own where it took effect. */
    RestResponse<Object> answer(RestResponse.Status done) {
        if (submission != null) {
            return RestResponse.ResponseBuilder.<Object> create(RestResponse.Status.ACCEPTED, submission)
                    .header(HttpHeaders.LOCATION, "/v1/policy-submissions/" + submission.id()).build();
        }
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.<Object> create(done, record)
                .header(HttpHeaders.ETAG, IfMatch.tagOf(record.version()));
        if (done == RestResponse.Status.CREATED) {
            answer.header(HttpHeaders.LOCATION, "/v1/policies/" + record.id());
        }
        return answer.build();
    }
}
