package atlas.gateway.webhook.sending;

import java.util.Map;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import atlas.gateway.webhook.WebhookConfig;
import atlas.gateway.webhook.address.Destination;
import atlas.gateway.webhook.address.WebhookUrl;
import atlas.gateway.webhook.delivery.DeliveryFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Posts to a destination: connects to the address that was checked and to no other, and holds the receiver's certificate
 * against the name. A connection serves one message, and no redirect is followed.
 */
@ApplicationScoped
class WebhookPost {

    /** More of an answer is not read; nothing of it is kept. */
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final long timeout;

    @Inject
    WebhookPost(Vertx vertx, WebhookConfig config) {
        this(vertx, config, new HttpClientOptions());
    }

    WebhookPost(Vertx vertx, WebhookConfig config, HttpClientOptions options) {
        this.vertx = vertx;
        this.timeout = config.timeout().toMillis();
        this.client = vertx.createHttpClient(options.setProtocolVersion(HttpVersion.HTTP_1_1).setKeepAlive(false)
                .setVerifyHost(true).setConnectTimeout((int) timeout).setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(config.sendings()));
    }

    /** The answer; it fails when there is none in time. */
    Future<Answer> send(SignedMessage message) {
        Promise<Answer> promise = Promise.promise();
        Future<Answer> answer = promise.future();
        long timer = vertx.setTimer(timeout, late -> promise.tryFail(new TimeoutException()));
        client.request(options(message.destination())).compose(request -> {
            answer.onComplete(over -> request.reset()); // at once, when it is too late already
            return say(request, message).compose(WebhookPost::read);
        }).onSuccess(promise::tryComplete).onFailure(promise::tryFail);
        return answer.onComplete(over -> vertx.cancelTimer(timer));
    }

    private static RequestOptions options(Destination destination) {
        int port = destination.url().port();
        return new RequestOptions().setMethod(HttpMethod.POST).setHost(destination.url().host()).setPort(port)
                .setServer(SocketAddress.inetSocketAddress(port, destination.address().getHostAddress()))
                .setSsl(destination.url().secure()).setURI(destination.url().pathAndQuery()).setFollowRedirects(false);
    }

    private static Future<HttpClientResponse> say(HttpClientRequest request, SignedMessage message) {
        WebhookUrl url = message.destination().url();
        if (url.host().indexOf(':') >= 0) {
            request.putHeader(HttpHeaders.HOST, "[" + url.host() + "]:" + url.port()); // else it would come without brackets
        }
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            request.putHeader(header.getKey(), header.getValue());
        }
        return request.send(message.body());
    }

    /** To its end, or as much as is enough; an answer that breaks off was one all the same. */
    private static Future<Answer> read(HttpClientResponse response) {
        Promise<Answer> promise = Promise.promise();
        Answer answer = new Answer(response.statusCode(), response.getHeader("Retry-After"));
        int[] length = { 0 };
        response.exceptionHandler(broken -> promise.tryComplete(answer)).endHandler(end -> promise.tryComplete(answer))
                .handler(part -> {
                    length[0] += part.length();
                    if (length[0] > LONGEST_ANSWER) {
                        promise.tryComplete(answer);
                    }
                });
        return promise.future();
    }

    /** What a failure means, in one of our own words. */
    static DeliveryFailure meaning(Throwable failure) {
        if (failure instanceof FailedAttemptException known) {
            return known.failure();
        }
        if (failure instanceof TimeoutException) {
            return DeliveryFailure.TIMEOUT;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return DeliveryFailure.TLS;
            }
        }
        return DeliveryFailure.CONNECTION;
    }
}
