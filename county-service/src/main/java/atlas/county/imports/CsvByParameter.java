package atlas.county.imports;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes {@code format=csv} for {@code Accept: text/csv}: a browser's address has no headers. */
public class CsvByParameter {

    @ServerRequestFilter(preMatching = true)
    public void accept(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().endsWith("/rows")
                && "csv".equals(request.getUriInfo().getQueryParameters().getFirst("format"))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, "text/csv");
        }
    }
}
