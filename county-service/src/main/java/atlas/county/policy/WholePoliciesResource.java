package atlas.county.policy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.RecordedPolicy;
import atlas.service.page.Lines;
import atlas.service.time.KnownAt;
import io.quarkus.security.Authenticated;

/** Every version of every record in one read. Not in the document: for the gateway, which makes files of them. */
@Path("/internal/policies")
@Authenticated
public class WholePoliciesResource {

    private final PolicyLists lists;
    private final ObjectMapper json;

    WholePoliciesResource(PolicyLists lists, ObjectMapper json) {
        this.lists = lists;
        this.json = json;
    }

    /** In the order of the list: by id, then by version. */
    @GET
    @Produces("application/x-ndjson")
    @Operation(hidden = true)
    public StreamingOutput listWholePolicies(@RestQuery("known_at") KnownAt knownAt) {
        return out -> Lines.<RecordedPolicy> write(json, out,
                part -> lists.versionsBehind(part.isEmpty() ? null : part.get(part.size() - 1), knownAt));
    }
}
