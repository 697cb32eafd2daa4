package atlas.local.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Holds an answer to what the document says of it, and to what holds for every answer. */
final class AnswerCheck {

    private static final String PROBLEM = "application/problem+json";
    /** The parameter with which a caller chooses what is shown. */
    private static final String CHOSEN = "fields";
    private static final String REQUEST_ID = "X-Request-Id";
    /** What the door may say to a request that is none of the operation's. */
    private static final Set<Integer> OF_THE_DOOR = Set.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 417, 429, 431, 501,
            505);
    /** Limits of the door, which hold for all that is sent through it. */
    private static final Set<Integer> LIMITS = Set.of(414, 431);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServedDocument document;
    private final Conformity conformity;

    AnswerCheck(ServedDocument document) {
        this.document = document;
        this.conformity = new Conformity(document);
    }

    /** All that is wrong; each begins with a word for its sort. */
    List<String> wrong(Call call, Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() == 0) {
            return List.of("silence: the connection ended without an answer");
        }
        if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            wrong.add("fault: status " + answer.status());
        }
        boolean preflight = call.method().equals("OPTIONS");
        if (answer.status() >= 400) {
            problem(call, answer, wrong);
        }
        if (call.intent().outside()) {
            if (answer.status() >= 400 && answer.status() < 500 && !OF_THE_DOOR.contains(answer.status())) {
                declared(call, answer, wrong);
            }
        } else if (!preflight) {
            declared(call, answer, wrong);
            taken(call, answer, wrong);
        }
        return wrong;
    }

    private void problem(Call call, Answer answer, List<String> wrong) {
        if (answer.status() == 405 && answer.header("Allow") == null) {
            wrong.add("header: 405 without Allow");
        }
        if (answer.header(REQUEST_ID) == null) {
            wrong.add("header: no " + REQUEST_ID);
        }
        if (!PROBLEM.equals(answer.type())) {
            wrong.add("problem: " + answer.status() + " in " + answer.type());
        } else if (!call.method().equals("HEAD")) {
            JsonNode body = read(answer.body());
            if (body == null || body.path("status").asInt() != answer.status() || !body.path("requestId").isTextual()
                    || !body.path("type").asText().startsWith("/problems/")) {
                wrong.add("problem: " + answer.status() + " with the body " + answer.text());
            }
        }
    }

    private void declared(Call call, Answer answer, List<String> wrong) {
        JsonNode responses = call.intent().operation().responses();
        JsonNode response = document.resolve(responses.path(Integer.toString(answer.status())));
        if (response.isMissingNode() && LIMITS.contains(answer.status())) {
            return;
        }
        if (response.isMissingNode()) {
            wrong.add("undeclared: status " + answer.status());
            return;
        }
        headers(response.path("headers"), call, answer, wrong);
        if (!call.method().equals("HEAD") && answer.status() != 304) {
            List<String> ofBody = new ArrayList<>();
            body(response.path("content"), answer, ofBody);
            if (call.query().stream().anyMatch(pair -> pair.name().equals(CHOSEN))) {
                ofBody.removeIf(error -> error.contains("required property")); // the caller wanted it without
            }
            wrong.addAll(ofBody);
        }
    }

    private void headers(JsonNode declared, Call call, Answer answer, List<String> wrong) {
        for (Map.Entry<String, JsonNode> header : declared.properties()) {
            boolean required = document.resolve(header.getValue()).path("required").asBoolean()
                    || Set.of(REQUEST_ID, "Location", "WWW-Authenticate").contains(header.getKey())
                    || header.getKey().equals("ETag") && call.intent().operation().isRead();
            if (required && answer.header(header.getKey()) == null) {
                wrong.add("header: " + answer.status() + " without " + header.getKey());
            }
        }
    }

    private void body(JsonNode content, Answer answer, List<String> wrong) {
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                wrong.add("undeclared: a body with " + answer.status() + ", in " + answer.type());
            }
            return;
        }
        JsonNode media = content.path(String.valueOf(answer.type()));
        if (media.isMissingNode()) {
            wrong.add("undeclared: media type " + answer.type() + " with " + answer.status());
        } else if (answer.type().endsWith("json") && !answer.type().endsWith("ndjson")) {
            JsonNode body = read(answer.body());
            if (body == null) {
                wrong.add("schema: " + answer.status() + " is no JSON");
            } else if (media.has("schema")) {
                document.broken(media.path("schema"), body).stream().limit(5)
                        .forEach(error -> wrong.add("schema: " + answer.status() + " " + error));
            }
        } else {
            OtherFormats.wrong(answer).ifPresent(wrong::add);
        }
    }

    /** Whether it was taken, or refused, as the document has it. */
    private void taken(Call call, Answer answer, List<String> wrong) {
        List<String> broken = conformity.broken(call);
        if (answer.isGood() && !broken.isEmpty()) {
            wrong.add("lax: taken, although " + String.join("; ", broken.subList(0, Math.min(2, broken.size()))));
        }
        if (call.intent().exact() && broken.isEmpty() && Set.of(400, 406, 415).contains(answer.status())) {
            wrong.add("strict: refused, although the document allows it: " + reason(answer));
        }
    }

    private static String reason(Answer answer) {
        JsonNode body = read(answer.body());
        return body == null ? answer.text() : body.path("detail").asText() + " " + body.path("errors");
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read.isMissingNode() ? null : read;
        } catch (IOException e) {
            return null;
        }
    }
}
