package atlas.gateway.export;

import java.time.Duration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import atlas.service.problem.ProblemException;
import io.quarkus.security.Authenticated;

/** Which files of the whole data set there are. */
@Path("/v1/exports")
@Authenticated
@Tag(name = "Exports", description = "The whole data set as files, made once for each state of it")
public class ExportsResource {

    /** When to ask again for files that are not made yet. */
    public static final Duration SOON = Duration.ofSeconds(10);

    private final ExportShelf shelf;
    private final ExportList.Terms license;

    ExportsResource(ExportShelf shelf, ExportsConfig config) {
        this.shelf = shelf;
        this.license = ExportList.Terms.of(config.license());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the files of the whole data set", description = "CSV, NDJSON, GeoJSON, and a Frictionless Data Package with all of it. Addresses name the version, so that a download that broke off can go on.")
    @APIResponse(responseCode = "200", description = "OK", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ExportList.class)))
    public RestResponse<ExportList> listExports() {
        ExportSet set = shelf.newest().orElseThrow(() -> ProblemException.unavailable("The files are not made yet.", SOON));
        return RestResponse.ResponseBuilder.ok(ExportList.of(set, shelf.isStale(), license))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
