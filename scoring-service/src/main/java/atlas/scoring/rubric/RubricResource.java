package atlas.scoring.rubric;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import atlas.service.page.Page;
import atlas.service.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;

/** How scores are made. */
@Path("/v1/rubrics")
@Authenticated
@NonBlocking
@Tag(name = "Rubrics", description = "How scores are made.")
public class RubricResource {

    private final Rubrics rubrics;

    RubricResource(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    @GET
    @Operation(summary = "List the rubrics, the default one first", description = "A rubric tells how scores are made: its rules, factors and tiers. Every score names the one that it was made by.")
    public Page<Rubric> listRubrics() {
        List<Rubric> all = rubrics.all();
        return new Page<>(all, all.size(), null);
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "Show how a rubric makes scores", description = "Its rules in the order in which they decide, what each factor gives, and the tiers of the score.")
    public Rubric getRubric(@RestPath @Parameter(example = "ilrc-2019") String name) {
        return rubrics.named(name).map(Scorer::rubric)
                .orElseThrow(() -> ProblemException.notFound("No rubric has this name. Those there are: /v1/rubrics"));
    }
}
