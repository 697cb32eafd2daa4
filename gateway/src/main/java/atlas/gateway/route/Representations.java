package atlas.gateway.route;

import java.util.Map;

import jakarta.inject.Singleton;

import atlas.gateway.format.Made;
import atlas.gateway.format.Making;
import atlas.gateway.format.Shape;
import atlas.gateway.format.View;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Gives a service's answer the form that is wanted. */
@Singleton
class Representations {

    private final Making making;
    private final Shapes shapes;

    Representations(Making making, Shapes shapes) {
        this.making = making;
        this.shapes = shapes;
    }

    /** The answer as it is wanted: as it came, when the service has written it so or refuses. */
    Future<UpstreamAnswer> in(View view, RoutingContext context, UpstreamAnswer answer) {
        if (!view.isMade() || answer.status() != 200 || !answer.isWhole()) {
            return Future.succeededFuture(answer);
        }
        Future<Map<String, Shape>> needed = view.needsShapes() ? shapes.all()
                : Future.succeededFuture(Map.of());
        return needed.compose(drawn -> make(view, context, answer, drawn));
    }

    private Future<UpstreamAnswer> make(View view, RoutingContext context, UpstreamAnswer answer, Map<String, Shape> drawn) {
        // reading and writing half a megabyte takes longer than others on the same thread should wait
        return context.vertx().executeBlocking(() -> {
            Made made = making.make(answer.body(), view, context.request().path(), drawn);
            MultiMap headers = HttpHeaders.headers().addAll(answer.headers());
            headers.set(HttpHeaders.ETAG, EntityTags.ofForm(answer.headers().get(HttpHeaders.ETAG), made.body()));
            made.headers().forEach(headers::set);
            return new UpstreamAnswer(answer.status(), headers, made.body(), null);
        }, false);
    }
}
