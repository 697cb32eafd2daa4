package atlas.gateway.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers and values that pass through us as they are. */
public final class PassedOn {

    private static final List<String> HEADERS = List.of("Content-Type", "ETag", "Cache-Control", "Retry-After");

    private PassedOn() {
    }

    public static RestResponse<byte[]> of(UpstreamAnswer answer) {
        RestResponse.ResponseBuilder<byte[]> same = RestResponse.ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(answer.status()), answer.body().getBytes());
        for (String name : HEADERS) {
            String value = answer.headers().get(name);
            if (value != null) {
                same.header(name, value);
            }
        }
        return same.build();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
