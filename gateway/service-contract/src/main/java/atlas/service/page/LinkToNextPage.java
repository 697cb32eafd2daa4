package atlas.service.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every page that has a next one a Link header to it (RFC 8288), relative to the address asked for. */
public class LinkToNextPage {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            UriInfo uri = request.getUriInfo();
            String query = uri.getRequestUriBuilder().replaceQueryParam(page.parameter(), page.next()).build().getRawQuery();
            response.getHeaders().add("Link", "<" + uri.getRequestUri().getRawPath() + "?" + query + ">; rel=\"next\"");
        }
    }
}
