package atlas.gateway.route;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import atlas.gateway.door.MediaTypes;
import atlas.gateway.door.Refusal;
import atlas.gateway.door.Reply;
import atlas.gateway.format.Made;
import atlas.gateway.route.Admission.Terms;
import atlas.service.problem.Problem;
import atlas.service.problem.Problem.Kind;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Gives a service's answer to the caller, as a public one. */
@Singleton
public class Answering {

    private static final Logger LOG = Logger.getLogger(Answering.class);
    /** What passes. All else is between the service and us, first of all what concerns the connection. */
    private static final List<CharSequence> PASSED = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION,
            HttpHeaders.CACHE_CONTROL, HttpHeaders.createOptimized("Retry-After"),
            HttpHeaders.createOptimized("Content-Disposition"), HttpHeaders.createOptimized("Deprecation"),
            HttpHeaders.createOptimized("Sunset"), HttpHeaders.createOptimized(Made.TOTAL));

    private final Upstreams upstreams;
    private final Representations representations;

    Answering(Upstreams upstreams, Representations representations) {
        this.representations = representations;
        this.upstreams = upstreams;
    }

    /** In the form that is wanted. */
    Future<Void> answer(RoutingContext context, Errand errand, UpstreamAnswer answer, Terms terms) {
        return representations.in(terms.view(), context, answer).map(wanted -> {
            give(context, errand, wanted, terms.keeping());
            return null;
        });
    }

    private void give(RoutingContext context, Errand errand, UpstreamAnswer answer, CharSequence keeping) {
        checkForm(errand, answer);
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        pass(errand, answer.headers(), response.headers());
        if (answer.status() == 200 && errand.isRepeatable()) {
            answerRead(context, answer, keeping);
        } else {
            if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
                response.putHeader(HttpHeaders.CACHE_CONTROL, CacheRules.NOTHING);
            }
            if (answer.status() == 204) {
                Reply.sendNothing(context);
            } else {
                Reply.send(context, answer.body());
            }
        }
    }

    private static void answerRead(RoutingContext context, UpstreamAnswer answer, CharSequence keeping) {
        MultiMap headers = context.response().headers();
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag == null && answer.isWhole()) {
            tag = EntityTags.of(answer.body());
            headers.set(HttpHeaders.ETAG, tag);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, keeping);
        }
        headers.set(HttpHeaders.VARY, CacheRules.VARY);
        if (tag != null && TaggedReply.isHeld(context, tag)) {
            leave(answer);
        } else if (answer.isWhole()) {
            TaggedReply.send(context, answer.body());
        } else {
            answer.coming().to(context);
        }
    }

    private static void leave(UpstreamAnswer answer) {
        if (!answer.isWhole()) {
            answer.coming().leave();
        }
    }

    /** A service refuses in problem+json, and never us: what it says otherwise is put into our words. */
    static void checkForm(Errand errand, UpstreamAnswer answer) {
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        if (answer.status() == 401) {
            LOG.errorf("%s does not take our token: its public key or its clock is not as ours", errand.service().id());
            throw Refusal.unavailable("The " + errand.service().id() + " is not set up to be asked.");
        }
        if (answer.status() >= 400 && (type == null || !MediaTypes.essence(type).equals(Problem.MEDIA_TYPE))) {
            if (answer.status() >= 500) {
                LOG.errorf("%s failed with status %d and no problem+json", errand.service().id(), answer.status());
            }
            Kind kind = Kind.ofStatus(answer.status());
            throw kind == Kind.UNAVAILABLE ? Refusal.unavailable(kind.title() + ".") : Refusal.of(kind, kind.title() + ".");
        }
    }

    private void pass(Errand errand, MultiMap from, MultiMap to) {
        for (CharSequence name : PASSED) {
            String value = from.get(name);
            if (value != null) {
                to.set(name, value);
            }
        }
        to.set("Link", from.getAll("Link")); // there may be several
        String location = to.get(HttpHeaders.LOCATION);
        if (location != null) {
            to.set(HttpHeaders.LOCATION, relative(errand, location));
        }
    }

    /** An address at the service is one at the gateway: only the path means anything outside. */
    private String relative(Errand errand, String location) {
        try {
            URI address = new URI(location);
            if (address.isAbsolute() && upstreams.of(errand.service()).isAddressOf(address)) {
                return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            }
            return location;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(errand.service().id() + " gave a Location that is no address", e);
        }
    }
}
