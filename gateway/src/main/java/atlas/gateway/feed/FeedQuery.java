package atlas.gateway.feed;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.PageLimit;

/** The query parameters of the feed. */
public class FeedQuery {

    @RestQuery("after")
    @DefaultValue("0")
    @Parameter(description = "the sequence of the last event that was read, or \"next\" or \"last\" of a page; 0 for the beginning", schema = @Schema(type = SchemaType.STRING, pattern = "\\d{1,16}", defaultValue = "0"), example = "1767225600000042")
    String after;
    @RestQuery("limit")
    @DefaultValue(PageLimit.DEFAULT)
    PageLimit limit;
    @BeanParam
    FilterQuery filter;
}
