package atlas.gateway.merged;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.route.ServiceName;
import atlas.gateway.route.Services;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.vertx.core.Future;

/** The lists that services have a part of a merged list in: each takes the same filters, {@code limit} and {@code after}. */
@ApplicationScoped
public class ServiceParts {

    private static final Set<String> PAGING = Set.of("cursor", "limit");

    private final Services services;

    ServiceParts(Services services) {
        this.services = services;
    }

    /**
     * A service's list with the filters of the request.
     *
     * @param chooses the parameter of the merged list that says which parts it has: no service knows it
     */
    public Part of(ServiceName service, String path, UriInfo request, String chooses) {
        List<String> filters = filters(request, chooses);
        return (place, most) -> {
            List<String> query = new ArrayList<>(filters);
            query.add("limit=" + most);
            if (place != null) {
                query.add("after=" + place);
            }
            return services.read(service, path + "?" + String.join("&", query)).map(ServiceParts::slice)
                    .recover(ServiceParts::closed);
        };
    }

    /** The filters of the request, as they go into an address. */
    public static List<String> filters(UriInfo request, String chooses) {
        List<String> filters = new ArrayList<>();
        request.getQueryParameters().forEach((name, values) -> {
            if (!PAGING.contains(name) && !name.equals(chooses)) {
                values.forEach(value -> filters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        });
        return filters;
    }

    private static Slice slice(ObjectNode page) {
        List<ObjectNode> items = new ArrayList<>();
        page.path("items").forEach(item -> items.add((ObjectNode) item));
        return new Slice(items, page.path("total").asLong(), page.hasNonNull("next"));
    }

    private static Future<Slice> closed(Throwable failure) {
        return failure instanceof ProblemException refused && refused.kind() == Kind.FORBIDDEN
                ? Future.succeededFuture(Slice.CLOSED)
                : Future.failedFuture(failure);
    }
}
