package atlas.scoring.ending;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.quarkus.security.Authenticated;

/** Contracts with ICE that ended, were refused or were prevented. */
@Path("/v1/statistics/contract-endings")
@Authenticated
@Tag(name = "Statistics")
public class EndingResource {

    private final EndingList list;

    EndingResource(EndingList list) {
        this.list = list;
    }

    @GET
    @Operation(summary = "List the contracts with ICE that ended, were refused or were prevented", description = "287(g) agreements and contracts to detain, the newest ending first. It counts the contracts on record that ended in the span, "
            + "and the records of a place without one that took effect in it. Where both speak of one place, kind of contract and day, they are one ending. "
            + "A place whose record tells only that it was without a contract by a day counts on that day.")
    public ContractEndings listContractEndings(@BeanParam EndingQuery query, @Context UriInfo uri) {
        return list.page(query, uri);
    }
}
