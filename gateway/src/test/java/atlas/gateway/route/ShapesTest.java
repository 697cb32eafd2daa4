package atlas.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.format.Shape;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.StandIn;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;

/** The shapes, of a county-service that is away at first. */
@GatewayTest
class ShapesTest {

    private static final String SHAPES = "GET /internal/shapes";

    @Inject
    Errands errands;
    @Inject
    Upstreams upstreams;
    @Inject
    ObjectMapper json;
    private Shapes shapes;

    @BeforeEach
    void make() {
        shapes = new Shapes(errands, upstreams, json);
    }

    @AfterEach
    void forget() {
        StandIn.forget();
    }

    @Test
    void saysThatTheyCannotBeHadAndAsksAgainTheNextTime() {
        StandIn.COUNTY.isAwayFor(SHAPES);
        ProblemException refusal = assertThrows(ProblemException.class, this::all);
        assertEquals(Kind.UNAVAILABLE, refusal.kind());
        assertTrue(refusal.getMessage().contains("geometry=none"), refusal.getMessage());

        StandIn.COUNTY.says(SHAPES, 200, "[{'fips':'01001','longitude':-86.6,'latitude':32.5,'geometry':null}]");
        assertEquals(Set.of("01001"), all().keySet());
    }

    @Test
    void areAskedForOnce() {
        StandIn.COUNTY.says(SHAPES, 200, "[]");
        all();
        all();
        assertEquals(1, StandIn.COUNTY.asked().getList("$").size());
    }

    private Map<String, Shape> all() {
        return Services.await(shapes.all());
    }
}
