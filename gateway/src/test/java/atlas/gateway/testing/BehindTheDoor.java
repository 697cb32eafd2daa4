package atlas.gateway.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource that no document publishes, and that would answer anybody: nobody may reach it. */
@Path("/")
@PermitAll
public class BehindTheDoor {

    @GET
    @Path("behind-the-door")
    @Operation(hidden = true)
    public String outside() {
        return "reached";
    }

    @GET
    @Path("v1/behind-the-door")
    @Operation(hidden = true)
    public String inside() {
        return "reached";
    }
}
