package atlas.gateway.route;

import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Gives the answers of the gateway's own operations what {@link Answering} gives to those of the services. */
public class OwnAnswers {

    private static final String KEEP_NOTHING = CacheRules.NOTHING.toString();

    private final ObjectMapper json;
    private final RoutingContext context;

    OwnAnswers(ObjectMapper json, RoutingContext context) {
        this.json = json;
        this.context = context;
    }

    @ServerResponseFilter
    public void complete(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean read = response.getStatus() == 200 && List.of("GET", "HEAD").contains(request.getMethod());
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL,
                name -> List.of(read ? OwnOperations.keepingOf(context) : KEEP_NOTHING));
        if (!read || headers.getFirst(HttpHeaders.CACHE_CONTROL).equals(KEEP_NOTHING)) {
            return;
        }
        headers.putSingle(HttpHeaders.VARY, CacheRules.VARY.toString());
        if (headers.getFirst(HttpHeaders.ETAG) == null && response.getEntity() != null) {
            headers.putSingle(HttpHeaders.ETAG, EntityTags.of(bytes(response.getEntity())));
        }
        String tag = String.valueOf(headers.getFirst(HttpHeaders.ETAG));
        if (EntityTags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private Buffer bytes(Object entity) throws JsonProcessingException {
        return Buffer.buffer(entity instanceof byte[] written ? written : json.writeValueAsBytes(entity));
    }
}
