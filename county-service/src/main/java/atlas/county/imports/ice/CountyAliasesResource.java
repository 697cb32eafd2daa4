package atlas.county.imports.ice;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.place.StateCode;
import atlas.service.problem.Problem;
import atlas.service.problem.ProblemException;
import atlas.service.security.Caller;
import io.quarkus.security.Authenticated;

/** Which counties the names in ICE's list mean, where a person had to tell. */
@Path("/v1/imports/county-aliases")
@Authenticated
@Tag(name = "Imports")
public class CountyAliasesResource {

    private final CountyAliases aliases;
    private final Cursors cursors;
    private final Caller caller;

    CountyAliasesResource(CountyAliases aliases, Cursors cursors, Caller caller) {
        this.aliases = aliases;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ "policies:write", "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "policies:write", "submissions:review", "admin" })
    @Operation(summary = "List the names that were assigned to counties", description = "What files call a county, as it was settled once and is applied to every import since.")
    public Page<CountyAlias> listCountyAliases(@RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Parameter(description = "\"next\" of the page before") String cursor, @Context UriInfo uri) {
        List<CountyAlias> all = aliases.all();
        List<String> behind = cursors.position(uri, cursor);
        List<CountyAlias> rest = all;
        if (!behind.isEmpty()) {
            int at = all.stream().map(CountyAliasesResource::position).toList().indexOf(behind);
            rest = all.subList(at + 1, all.size());
        }
        return cursors.cut(uri, rest, limit, CountyAliasesResource::position).page(alias -> alias, all.size());
    }

    @PUT
    @RolesAllowed({ "submissions:review", "admin" })
    @SecurityRequirement(name = "apiKey", scopes = { "submissions:review", "admin" })
    @Operation(summary = "Assign a name in ICE's list to a county", description = "Holds for every list that is sent from now on.")
    public CountyAlias assignCounty(@NotNull(message = "a body is required") AssignCounty body) {
        body.check();
        authorise(body.state());
        return aliases.assign(body, caller.organisation());
    }

    @DELETE
    @RolesAllowed({ "submissions:review", "admin" })
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "The name is assigned to no county", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @SecurityRequirement(name = "apiKey", scopes = { "submissions:review", "admin" })
    @Operation(summary = "Forget which county a name was assigned to", description = "Imports that come later have to be told again which county the name means; rows that were recorded stay.")
    public void forgetCounty(@RestQuery("state") @Parameter(required = true, example = "NC") StateCode state,
            @RestQuery("name") @Parameter(required = true, example = "Frankin County") String name) {
        if (state == null || name == null || name.isBlank()) {
            throw ProblemException.invalid(state == null ? "state" : "name", "is required");
        }
        authorise(state);
        aliases.forget(state.value(), name);
    }

    /** Each list of the state is read with its names: a key for single counties may assign none. */
    private void authorise(StateCode state) {
        if (!caller.jurisdiction().holds(state.value(), null)) {
            throw ProblemException.forbidden("The key may not assign names of " + state.value() + ".");
        }
    }

    private static List<String> position(CountyAlias alias) {
        return List.of(alias.state(), alias.name());
    }
}
