package atlas.gateway.submission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.route.Services;
import atlas.gateway.route.Services.Question;
import atlas.gateway.route.UpstreamAnswer;
import atlas.service.problem.Problem.Kind;
import atlas.service.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;

/** Takes what concerns one submission to the service that has it, and brings its answer back as it is. */
@ApplicationScoped
class SubmissionOwners {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Services services;

    SubmissionOwners(Services services) {
        this.services = services;
    }

    UpstreamAnswer show(UUID id) {
        return find(id).answer();
    }

    /** Has the owner do something, once; nobody else is asked to. */
    UpstreamAnswer act(String method, UUID id, String rest, Buffer body) {
        Found found = find(id);
        return found.owner() == null ? found.answer()
                : Services.await(
                        services.ask(new Question(found.owner().service(), method, found.owner().path(id) + rest, body)));
    }

    /** Asks all at the same time, by reading: one that is away keeps nobody from the submissions of the others. */
    private Found find(UUID id) {
        Promise<Found> first = Promise.promise();
        List<Future<Found>> asked = new ArrayList<>();
        for (SubmissionOwner owner : SubmissionOwner.values()) {
            asked.add(services.ask(Question.read(owner.service(), owner.path(id)))
                    .map(answer -> new Found(answer.status() == 200 ? owner : null, answer)).onSuccess(found -> {
                        if (found.owner() != null) {
                            first.tryComplete(found);
                        }
                    }));
        }
        Future.join(asked).onComplete(all -> first.tryComplete());
        Found found = Services.await(first.future());
        return found == null ? notFound(asked) : found;
    }

    /**
     * Nobody has it, as far as the caller may know: rather "not found" than "not allowed", which one says of what another has.
     */
    private static Found notFound(List<Future<Found>> asked) {
        for (int i = 0; i < asked.size(); i++) {
            Future<Found> one = asked.get(i);
            if (one.failed() || one.result().answer().status() >= 500) {
                throw ProblemException.unavailable("Whether there is such a submission is not known: the "
                        + SubmissionOwner.values()[i].service().id() + " does not answer.", SOON);
            }
        }
        return asked.stream().map(Future::result)
                .max(Comparator.comparing(one -> one.answer().status() == Kind.NOT_FOUND.status()))
                .orElseThrow();
    }

    /** @param owner null when the service that answered does not have it */
    private record Found(SubmissionOwner owner, UpstreamAnswer answer) {
    }
}
