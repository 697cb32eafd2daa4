package atlas.gateway.submission;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jboss.resteasy.reactive.RestResponse;

import atlas.gateway.route.UpstreamAnswer;

/** Answers and values that pass through us as they are. */
final class PassedOn {

    private static final List<String> HEADERS = List.of("Content-Type", "ETag", "Cache-Control", "Retry-After");

    private PassedOn() {
    }

    static RestResponse<byte[]> of(UpstreamAnswer answer) {
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

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
