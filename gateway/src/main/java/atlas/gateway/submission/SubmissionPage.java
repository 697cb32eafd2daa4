package atlas.gateway.submission;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.page.Page;
import atlas.service.page.Paged;
import atlas.service.submission.SubmissionView;

/** A page of submissions, each as the service that has it wrote it. */
@Schema(description = "A page of submissions.", requiredProperties = { "items", "total", "next" })
record SubmissionPage(
        @Schema(type = SchemaType.ARRAY, description = "the items of this page, in the order of the list", implementation = SubmissionView.class) List<ObjectNode> items,
        @Schema(description = "how many items the whole list has") long total,
        @Schema(nullable = true, description = "cursor of the next page; null on the last") String next) implements Paged {

    static SubmissionPage of(Page<ObjectNode> page) {
        return new SubmissionPage(page.items(), page.total(), page.next());
    }
}
