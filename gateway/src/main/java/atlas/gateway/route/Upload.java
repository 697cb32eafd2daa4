package atlas.gateway.route;

import java.time.Duration;
import java.util.function.Supplier;

import atlas.gateway.door.Flow;
import atlas.gateway.door.Refusal;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.streams.Pipe;

/** A body on its way to a service as it comes: never kept here, and never taken there for whole when it was cut. */
final class Upload implements Load {

    private static final long CANCELLED = 8;

    private final Supplier<Flow> body;

    /** @param body begins to come when it is asked for */
    Upload(Supplier<Flow> body) {
        this.body = body;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public Future<HttpClientResponse> sendWith(HttpClientRequest request, Duration patience) {
        Promise<HttpClientResponse> answer = Promise.promise();
        request.exceptionHandler(Upload::toldByTheAnswer);
        request.setChunked(!request.headers().contains(HttpHeaders.CONTENT_LENGTH));
        request.sendHead(); // a service that refuses by the headers alone need not wait
        Pipe<Buffer> pipe = body.get().pipe().endOnFailure(false);
        Future<Void> sent = pipe.to(request);
        sent.onComplete(done -> {
            if (done.cause() instanceof Refusal cut) {
                answer.tryFail(cut);
                request.reset(CANCELLED, cut);
            } else if (!answer.future().isComplete()) {
                request.idleTimeout(patience.toMillis());
            }
        });
        request.response().onComplete(head -> {
            tell(answer, head);
            if (!sent.isComplete()) {
                pipe.close();
                request.exceptionHandler(Upload::toldByTheAnswer);
                head.map(response -> response.end().onComplete(end -> request.reset()));
            }
        });
        return answer.future();
    }

    private static void toldByTheAnswer(Throwable failure) {
        // which fails of it
    }

    private static void tell(Promise<HttpClientResponse> answer, AsyncResult<HttpClientResponse> head) {
        if (head.succeeded()) {
            answer.tryComplete(head.result());
        } else {
            answer.tryFail(head.cause());
        }
    }
}
