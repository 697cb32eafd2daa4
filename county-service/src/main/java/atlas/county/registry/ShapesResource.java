package atlas.county.registry;

import java.math.BigDecimal;
import java.util.List;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The shapes of all counties, for the gateway, which draws maps with them. It is not published. */
@Path("/internal/shapes")
@Authenticated
public class ShapesResource {

    private final EntityManager database;

    ShapesResource(EntityManager database) {
        this.database = database;
    }

    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public List<Shape> listShapes() {
        return database.createNativeQuery("select fips, longitude, latitude, geometry::text from county order by fips",
                Shape.class).getResultList();
    }

    /**
     * A county on the map.
     *
     * @param geometry its simplified shape, as RFC 7946 writes it
     */
    public record Shape(String fips, BigDecimal longitude, BigDecimal latitude, @JsonRawValue String geometry) {
    }
}
