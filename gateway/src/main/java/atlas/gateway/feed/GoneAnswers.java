package atlas.gateway.feed;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import atlas.service.problem.Problem;
import atlas.service.problem.ProblemAnswers;
import io.vertx.core.http.HttpServerRequest;

/** Tells whoever comes with a number of another feed from where to where this one goes. */
public class GoneAnswers {

    @ServerExceptionMapper
    public RestResponse<PositionGone> gone(PositionGoneException gone, HttpServerRequest request) {
        Problem problem = Problem.of(gone.kind(), gone.getMessage(), gone.errors(),
                request.getHeader(ProblemAnswers.REQUEST_ID));
        return RestResponse.ResponseBuilder
                .create(RestResponse.Status.GONE,
                        new PositionGone(problem, FeedLists.text(gone.head().first()), FeedLists.text(gone.head().last())))
                .type(Problem.MEDIA_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
