package atlas.county.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.write.IdempotencyKey;
import io.quarkus.security.Authenticated;

/** Files of records: sent whole, worked on afterwards, followed by their senders. */
@Path("/v1/imports")
@Authenticated
@Tag(name = "Imports", description = "Files of policy records, of any size")
public class ImportResource {

    private final ImportUploads uploads;
    private final ImportService imports;
    private final ImportLists lists;
    private final ImportAccess access;

    ImportResource(ImportUploads uploads, ImportService imports, ImportLists lists, ImportAccess access) {
        this.uploads = uploads;
        this.imports = imports;
        this.lists = lists;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Send a file of policy records", description = "A JSON array, NDJSON, CSV with a header, or ICE's list of 287(g) agencies (XLSX); as the body, or as the one file of a multipart form. It is taken whole or refused whole; what becomes of each row is told by the import.", extensions = @Extension(name = "x-max-body", value = "52428800", parseValue = true))
    @RequestBody(required = true, content = {
            // first, since makers of clients look at the first alone
            @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = ImportForm.class)),
            @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.ARRAY, implementation = ImportRecord.class)),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", schema = @Schema(type = SchemaType.STRING, format = "binary")) })
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "Taken; its address is in Location")
    public RestResponse<ImportView> sendImport(@Parameter(hidden = true) InputStream body, @BeanParam ImportOptions options,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String type,
            @HeaderParam("Idempotency-Key") IdempotencyKey key) throws IOException {
        return accepted(uploads.take(body, options, type, null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(hidden = true)
    public RestResponse<ImportView> sendImportAsForm(@RestForm(FileUpload.ALL) List<FileUpload> files,
            @BeanParam ImportOptions options, @HeaderParam("Idempotency-Key") IdempotencyKey key) throws IOException {
        FormRules.check(files, CurrentRequestManager.get().getFormData());
        FileUpload file = files.get(0);
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return accepted(uploads.take(content, options, file.contentType(), file.fileName()));
        }
    }

    @GET
    @RolesAllowed({ "policies:write", "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "submissions:review", "admin" })
    @Operation(summary = "List imports, the newest first", description = "Those of the key's organisation; an administrator or reviewer sees all.")
    public Page<ImportView> listImports(@RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Parameter(description = "\"next\" of the page before") String cursor, @Context UriInfo uri) {
        return lists.page(access.owner(), limit, cursor, uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ "policies:write", "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "submissions:review", "admin" })
    @Operation(summary = "Follow an import", description = "Ask again until status is a final one; the counts tell how far it is.")
    public ImportView getImport(@RestPath UUID id) {
        return imports.show(id, access.owner());
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ "policies:write", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "admin" })
    @Operation(summary = "Cancel an import", description = "No further row is taken; what was taken stays.")
    public ImportView cancelImport(@RestPath UUID id) {
        return imports.cancel(id, access);
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({ "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "submissions:review", "admin" })
    @Operation(summary = "Confirm a list that lost many rows", description = "The rows that are gone end their contracts.")
    public ImportView confirmImport(@RestPath UUID id) {
        access.requireNationwide();
        return imports.confirm(id);
    }

    private static RestResponse<ImportView> accepted(ImportView view) {
        return RestResponse.ResponseBuilder.<ImportView> create(RestResponse.Status.ACCEPTED, view)
                .header("Location", "/v1/imports/" + view.id()).build();
    }
}
