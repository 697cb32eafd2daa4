package atlas.gateway.route;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.RequestScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.key.Caller;
import atlas.service.problem.FieldError;
import atlas.service.problem.Problem;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Asks the services on behalf of whoever called one of the gateway's own operations: what is allowed is theirs to judge. */
@RequestScoped
public class Services {

    private static final String CALLER = "atlas.caller";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final RoutingContext context;
    private final Errands errands;
    private final Upstreams upstreams;
    private final ObjectMapper json;

    Services(RoutingContext context, Errands errands, Upstreams upstreams, ObjectMapper json) {
        this.context = context;
        this.errands = errands;
        this.upstreams = upstreams;
        this.json = json;
    }

    /** What is asked of a service; no body is null. */
    public record Question(ServiceName service, String method, String uri, Buffer body) {

        public static Question read(ServiceName service, String uri) {
            return new Question(service, "GET", uri, null);
        }
    }

    static void askFor(Caller caller, RoutingContext context) {
        context.put(CALLER, caller);
    }

    /** What the service says, refusals included; it fails with a refusal of ours when the service says nothing. */
    public Future<UpstreamAnswer> ask(Question question) {
        Errand errand = errands.errand(question, context.get(CALLER), context.request());
        return upstreams.ask(errand).map(answer -> {
            Answering.checkForm(errand, answer);
            return answer;
        }).recover(failure -> Future.failedFuture(again(failure)));
    }

    /** What the service shows; it fails with the service's refusal, or with one that names the service that does not answer. */
    public Future<ObjectNode> read(ServiceName service, String uri) {
        return told(Question.read(service, uri));
    }

    /** The same of any question. */
    public Future<ObjectNode> told(Question question) {
        ServiceName service = question.service();
        return ask(question).map(answer -> {
            try {
                if (answer.status() == 200 || answer.status() == 202) {
                    return (ObjectNode) json.readTree(answer.body().getBytes());
                }
                Problem problem = json.readValue(answer.body().getBytes(), Problem.class);
                List<FieldError> errors = problem.errors();
                throw new ProblemException(Kind.ofStatus(answer.status()), problem.detail(), errors);
            } catch (IOException e) {
                throw new IllegalStateException(service.id() + " does not write JSON", e);
            }
        }).recover(failure -> Future.failedFuture(missing(service, failure)));
    }

    /** The outcome, or the refusal that it failed with. Not for the threads that serve connections. */
    public static <T> T await(Future<T> outcome) {
        try {
            return outcome.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }

    private static Throwable again(Throwable failure) {
        return failure instanceof ProblemException refused && refused.kind() == Kind.UNAVAILABLE
                ? ProblemException.unavailable(refused.getMessage(), SOON)
                : failure;
    }

    /** A part of an answer would be taken for the whole of it. */
    private static Throwable missing(ServiceName service, Throwable failure) {
        boolean refusedByTheService = failure instanceof ProblemException refused && refused.kind().status() < 500;
        return refusedByTheService ? failure
                : ProblemException.unavailable("What the " + service.id() + " would add is missing, so nothing is shown: "
                        + (failure instanceof ProblemException refused ? refused.getMessage() : "it failed."), SOON);
    }
}
