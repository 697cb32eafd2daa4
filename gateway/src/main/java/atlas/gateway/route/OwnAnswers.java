package atlas.gateway.route;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.door.Gzip;
import atlas.gateway.format.Made;
import atlas.gateway.format.Making;
import atlas.gateway.format.View;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Gives the answers of the gateway's own operations what {@link Answering} gives to those of the services. */
public class OwnAnswers {

    /** Those that look at what is to be written come before. */
    private static final int LAST = 0;
    private static final String KEEP_NOTHING = CacheRules.NOTHING.toString();

    private final ObjectMapper json;
    private final Making making;
    private final RoutingContext context;

    OwnAnswers(ObjectMapper json, Making making, RoutingContext context) {
        this.json = json;
        this.making = making;
        this.context = context;
    }

    @ServerResponseFilter(priority = LAST)
    public void complete(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        boolean read = response.getStatus() == 200 && List.of("GET", "HEAD").contains(request.getMethod());
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL,
                name -> List.of(read ? OwnOperations.keepingOf(context) : KEEP_NOTHING));
        if (read) {
            giveForm(response);
        }
        if (!read || headers.getFirst(HttpHeaders.CACHE_CONTROL).equals(KEEP_NOTHING)) {
            return;
        }
        headers.putSingle(HttpHeaders.VARY, CacheRules.VARY.toString());
        if (response.getEntity() == null) {
            return;
        }
        Buffer body = bytes(response.getEntity());
        if (headers.getFirst(HttpHeaders.ETAG) == null) {
            headers.putSingle(HttpHeaders.ETAG, EntityTags.of(body));
        }
        String held = EntityTags.held(request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getFirst(HttpHeaders.ETAG).toString());
        if (held != null) {
            headers.putSingle(HttpHeaders.ETAG, held);
            response.setStatus(304);
            response.setEntity(null);
        } else {
            shorten(request, response, body);
        }
    }

    private static void shorten(ContainerRequestContext request, ContainerResponseContext response, Buffer body) {
        List<String> codings = request.getHeaders().getOrDefault(HttpHeaders.ACCEPT_ENCODING, List.of());
        MediaType type = response.getMediaType();
        if (type != null && Gzip.suits(type.toString(), body.length()) && Gzip.isTaken(codings)) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle(HttpHeaders.ETAG, EntityTags.ofGzip(headers.getFirst(HttpHeaders.ETAG).toString()));
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
            response.setEntity(Gzip.of(body).getBytes(), null, type);
        }
    }

    private void giveForm(ContainerResponseContext response) throws JsonProcessingException {
        View view = OwnOperations.viewOf(context);
        if (view == null || !view.isMade() || response.getEntity() == null) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Made made = making.make(bytes(response.getEntity()), view, context.request().path(), Map.of());
        Object own = headers.getFirst(HttpHeaders.ETAG);
        headers.putSingle(HttpHeaders.ETAG, EntityTags.ofForm(own == null ? null : own.toString(), made.body()));
        made.headers().forEach(headers::putSingle);
        response.setEntity(made.body().getBytes(), null, MediaType.valueOf(made.headers().get(HttpHeaders.CONTENT_TYPE)));
    }

    private Buffer bytes(Object entity) throws JsonProcessingException {
        return Buffer.buffer(entity instanceof byte[] written ? written : json.writeValueAsBytes(entity));
    }
}
