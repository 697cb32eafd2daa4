package atlas.gateway.route;

import java.net.URI;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;

/** One service, and the connections to it. */
final class Upstream {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    /** An address comes back in Link, encoded anew. */
    private static final int LONGEST_HEADERS = 128 * 1024;
    private static final AttributeKey<Long> MADE_AT = AttributeKey.valueOf("atlas.made-at");

    private final Vertx vertx;
    private final UpstreamConfig config;
    private final URI url;
    private final HttpClient quick;
    private final HttpClient slow;

    Upstream(Vertx vertx, ServiceName service, UpstreamConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.url = config.of(service).url();
        this.quick = client();
        this.slow = client();
    }

    private HttpClient client() {
        boolean ssl = "https".equals(url.getScheme());
        HttpClientOptions options = new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_1_1).setSsl(ssl)
                .setVerifyHost(true).setDefaultHost(url.getHost()).setDefaultPort(port(ssl)).setKeepAlive(true)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setConnectTimeout((int) config.connectTimeout().toMillis()).setMaxWaitQueueSize(config.queue())
                .setTcpNoDelay(true).setDecompressionSupported(false).setMaxHeaderSize(LONGEST_HEADERS);
        return vertx.httpClientBuilder().with(options).with(new PoolOptions().setHttp1MaxSize(config.connections()))
                .withConnectHandler(Upstream::made).build();
    }

    private static void made(HttpConnection connection) {
        Channel channel = channel(connection);
        channel.attr(MADE_AT).set(System.nanoTime());
        hearOutWhoHangsUp(channel);
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /**
     * A service that answers before it has read all of a body, and then closes, breaks the connection under what is still being
     * written. Netty would close our end at that; the answer has come by then, and is still to be read.
     */
    private static void hearOutWhoHangsUp(Channel channel) {
        channel.config().setAutoClose(false);
    }

    Future<UpstreamAnswer> send(Errand errand) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.valueOf(errand.method())).setURI(errand.uri())
                .setHeaders(errand.headers()).setConnectTimeout(config.timeout().toMillis());
        return (errand.isLong() ? slow : quick).request(options)
                .compose(request -> errand.load().sendWith(lastIfOld(request), config.timeout())
                        .compose(response -> errand.isRepeatable() && Download.suits(response) ? coming(response)
                                : whole(response)));
    }

    /** The last request on a connection that has been used for long enough. */
    private HttpClientRequest lastIfOld(HttpClientRequest request) {
        Long madeAt = channel(request.connection()).attr(MADE_AT).get();
        if (madeAt != null && System.nanoTime() - madeAt > config.connectionAge().toNanos()) {
            request.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return request;
    }

    private Future<UpstreamAnswer> coming(HttpClientResponse response) {
        Download body = new Download(vertx, response, config);
        return Future.succeededFuture(new UpstreamAnswer(response.statusCode(), response.headers(), null, body));
    }

    private static Future<UpstreamAnswer> whole(HttpClientResponse response) {
        return response.body().map(body -> new UpstreamAnswer(response.statusCode(), response.headers(), body, null));
    }

    /** Whether an address that the service gave leads back to it. */
    boolean isAddressOf(URI address) {
        return url.getHost().equals(address.getHost()) && url.getPort() == address.getPort();
    }

    private int port(boolean ssl) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return ssl ? HTTPS : HTTP;
    }
}
