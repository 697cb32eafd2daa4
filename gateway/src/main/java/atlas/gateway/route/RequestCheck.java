package atlas.gateway.route;

import java.util.List;

import atlas.gateway.door.Bodies;
import atlas.gateway.door.MediaTypes;
import atlas.gateway.door.Refusal;
import atlas.gateway.format.View;
import atlas.gateway.format.ViewReader;
import atlas.service.problem.FieldError;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Holds a request against what its operation takes, as far as that can be told without reading the body. */
final class RequestCheck {

    private RequestCheck() {
    }

    /** How to answer; a refusal when the request does not fit the operation. */
    static View check(Operation operation, HttpServerRequest request, Bodies bodies) {
        operation.query().check(request.query());
        View view = ViewReader.view(operation.formats(), request, operation.produces());
        if (Bodies.announced(request)) {
            checkBody(operation, request);
            bodies.checkLength(request, operation.body().largest());
        } else if (operation.body().required()) {
            throw ProblemException.invalid(List.of(new FieldError("body", "", "is required")));
        }
        return view;
    }

    private static void checkBody(Operation operation, HttpServerRequest request) {
        if (!operation.body().isTaken()) {
            throw ProblemException.invalid(List.of(new FieldError("body", "", "this operation takes no body")));
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(Kind.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, not in the encoding " + encoding + ".");
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !operation.body().types().contains(MediaTypes.essence(type))) {
            throw Refusal.of(Kind.UNSUPPORTED_MEDIA_TYPE,
                    "Taken here: " + String.join(", ", operation.body().types().stream().sorted().toList()));
        }
    }
}
