package atlas.gateway.submission;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.page.Page;
import atlas.service.page.Paged;
import atlas.service.submission.SubmissionView;

/** A page of submissions, each as the service that has it wrote it. */
record SubmissionPage(@Schema(type = SchemaType.ARRAY, implementation = SubmissionView.class) List<ObjectNode> items,
        long total,
        @Schema(nullable = true) String next) implements Paged {

    static SubmissionPage of(Page<ObjectNode> page) {
        return new SubmissionPage(page.items(), page.total(), page.next());
    }
}
