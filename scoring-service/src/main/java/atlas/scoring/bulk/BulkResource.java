package atlas.scoring.bulk;

import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;

import atlas.scoring.moment.Moment;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.County;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;
import atlas.service.time.Today;
import io.quarkus.security.Authenticated;

/** All counties in one read. Not in the document: for the gateway alone. */
@Path("/internal")
@Authenticated
public class BulkResource {

    private final CurrentNation current;
    private final Moments moments;
    private final Today time;
    private final ObjectMapper json;

    BulkResource(CurrentNation current, Moments moments, Today time, ObjectMapper json) {
        this.current = current;
        this.moments = moments;
        this.time = time;
        this.json = json;
    }

    @GET
    @Path("/knowledge")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Knowledge getKnowledge(@RestQuery("known_at") KnownAt knownAt) {
        return Knowledge.of(current.get(), time.today(), instant(knownAt));
    }

    /** On the first line what is known, then a county a line, in FIPS order; all of one nation. */
    @GET
    @Path("/counties")
    @Produces("application/x-ndjson")
    @Operation(hidden = true)
    public StreamingOutput listWholeCounties(@RestQuery("as_of") AsOf asOf, @RestQuery("known_at") KnownAt knownAt) {
        Nation nation = current.get();
        Knowledge knowledge = Knowledge.of(nation, time.today(), instant(knownAt));
        Moment moment = moments.of(asOf, knownAt, null);
        return out -> {
            try (SequenceWriter lines = json.writer().withRootValueSeparator("\n").writeValues(out)) {
                lines.write(knowledge);
                for (County county : nation.counties()) {
                    lines.write(CountyLine.of(county, moment));
                }
            }
        };
    }

    private Instant instant(KnownAt knownAt) {
        return knownAt == null ? time.now() : knownAt.value();
    }
}
