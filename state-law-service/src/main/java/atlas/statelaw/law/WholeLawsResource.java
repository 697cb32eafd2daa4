package atlas.statelaw.law;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.RecordedLaw;
import atlas.service.page.Lines;
import atlas.service.time.KnownAt;
import io.quarkus.security.Authenticated;

/** Every version of every law in one read. Not in the document: for the gateway, which makes files of them. */
@Path("/internal/laws")
@Authenticated
public class WholeLawsResource {

    private final LawLists lists;
    private final ObjectMapper json;

    WholeLawsResource(LawLists lists, ObjectMapper json) {
        this.lists = lists;
        this.json = json;
    }

    /** In the order of the list: by id, then by version. */
    @GET
    @Produces("application/x-ndjson")
    @Operation(hidden = true)
    public StreamingOutput listWholeLaws(@RestQuery("known_at") KnownAt knownAt) {
        return out -> Lines.<RecordedLaw> write(json, out,
                part -> lists.versionsBehind(part.isEmpty() ? null : part.get(part.size() - 1), knownAt));
    }
}
