package atlas.gateway.feed.atom;

import jakarta.ws.rs.BeanParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.gateway.feed.FilterQuery;

/** The query parameters of the feed for readers. */
public class AtomQuery {

    @BeanParam
    FilterQuery filter;
    @RestQuery("archive")
    @Parameter(description = "names an archive, as the links prev-archive and next-archive do; the newest entries when absent", schema = @Schema(type = SchemaType.STRING, pattern = "\\d{1,16}"), example = "1767225600000049")
    String archive;
}
