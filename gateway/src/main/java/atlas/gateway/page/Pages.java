package atlas.gateway.page;

import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import atlas.gateway.door.Cors;
import atlas.gateway.door.DoorOrder;
import atlas.gateway.door.Refusal;
import atlas.gateway.door.RequestTimes;
import atlas.gateway.route.CacheRules;
import atlas.gateway.route.TaggedReply;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Serves what stands outside of {@code /v1/}: all of it is in memory, and nothing else is there. */
@Singleton
public class Pages {

    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private final Map<String, Page> pages;
    private final DocumentPages documents;
    private final CacheRules caches;

    Pages(DocumentPages documents, PageFiles files, CacheRules caches) {
        this.caches = caches;
        this.documents = documents;
        this.pages = files.all();
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, DoorOrder.PAGES);
    }

    private void serve(RoutingContext context) {
        String path = context.request().path();
        boolean document = documents.isAt(path);
        Page page = pages.get(path);
        if (page == null && !document) {
            context.next();
            return;
        }
        RequestTimes.about(context, new RequestTimes.Subject(path, "gateway"));
        HttpMethod method = context.request().method();
        if (method == HttpMethod.OPTIONS) {
            Cors.answerOptions(context, ALLOWED);
        } else if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            throw Refusal.methodNotAllowed(ALLOWED);
        } else {
            show(context, document ? documents.chosen(context.request()) : page);
        }
    }

    private void show(RoutingContext context, Page page) {
        MultiMap headers = context.response().headers();
        headers.set(HttpHeaders.ETAG, page.tag())
                .set(HttpHeaders.CACHE_CONTROL, page.forOthers() ? caches.documents() : caches.open())
                .set("Content-Security-Policy", page.policy());
        headers.set(HttpHeaders.VARY, page.forOthers() ? "Accept, Accept-Encoding" : "Accept-Encoding");
        if (!page.forOthers()) {
            Cors.ownPagesOnly(headers);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (!TaggedReply.isHeld(context, page.tag())) {
            headers.set(HttpHeaders.CONTENT_TYPE, page.mediaType());
            TaggedReply.send(context, page.content(), page.shortened());
        }
    }
}
