package atlas.county.imports;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import atlas.service.page.Page;
import io.quarkus.security.Authenticated;

/** The rows of an import, and what became of them. */
@Path("/v1/imports/{id}/rows")
@Authenticated
@Tag(name = "Imports")
public class ImportRowsResource {

    private final ImportLists lists;
    private final ImportService imports;
    private final RowsAsCsv csv;
    private final ImportAccess access;

    ImportRowsResource(ImportLists lists, ImportService imports, RowsAsCsv csv, ImportAccess access) {
        this.lists = lists;
        this.imports = imports;
        this.csv = csv;
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "policies:write", "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "submissions:review", "admin" })
    @Operation(summary = "Show the rows of an import", description = "As CSV, the refused ones can be corrected and sent again as they are: columns that begin with \"_\" are not read.")
    @APIResponse(responseCode = "200", description = "A page of rows; as CSV, all of them", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportRowPage.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)) })
    public Page<ImportRowView> listImportRows(@RestPath UUID id, @BeanParam RowsQuery query, @Context UriInfo uri) {
        return lists.rows(id, access.owner(), query, uri);
    }

    @GET
    @Produces("text/csv")
    @RolesAllowed({ "policies:write", "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "submissions:review", "admin" })
    @Operation(hidden = true)
    public StreamingOutput listImportRowsAsCsv(@RestPath UUID id, @BeanParam RowsQuery query) {
        imports.showWithRows(id, access.owner());
        return out -> csv.write(id, query.outcome, out);
    }
}
