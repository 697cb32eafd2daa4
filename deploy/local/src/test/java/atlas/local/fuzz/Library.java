package atlas.local.fuzz;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.local.fuzz.LibraryServer.Bug;

/** Books, as library.json describes them, but for the bugs. */
final class Library {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String WALDEN = "{\"id\":1,\"title\":\"Walden\",\"pages\":300}";
    private static final int LONG = 1000;
    private static final String TAG = "\"as-ever\"";

    private final Set<Bug> bugs;

    Library(Set<Bug> bugs) {
        this.bugs = bugs;
    }

    /** A request. */
    record Question(String method, String target, Map<String, String> headers, byte[] body) {

        String path() {
            return target.split("\\?")[0];
        }

        boolean reads() {
            return method.equals("GET") || method.equals("HEAD");
        }
    }

    /** Why a request is refused. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final int status;

        private Refused(int status) {
            super("status " + status);
            this.status = status;
        }
    }

    Answer answer(Question question) {
        try {
            if (has(Bug.FAULT_ON_A_LONG_TEXT) && question.target().length() > LONG) {
                throw new Refused(500);
            }
            if (question.reads() && question.body().length > 0) {
                throw new Refused(400);
            }
            boolean list = question.path().equals("/books");
            if (!list && !question.path().matches("/books/[^/;.]+")) {
                throw new Refused(404);
            }
            if (!question.reads() && !(list && question.method().equals("POST"))) {
                throw new Refused(405);
            }
            if (!question.headers().getOrDefault("accept", "*/*")
                    .matches("(\\*/\\*|application/(json|\\*|problem\\+json))?(,.*)?")) {
                throw new Refused(406);
            }
            query(question, list && question.reads());
            return list ? question.reads() ? read(question, "{\"items\":[" + WALDEN + "]}") : add(question)
                    : read(question, book(question));
        } catch (Refused e) {
            return refusal(e.status);
        }
    }

    private void query(Question question, boolean any) throws Refused {
        String[] parts = question.target().split("\\?", 2);
        Map<String, String> seen = new HashMap<>();
        for (String pair : parts.length < 2 ? new String[0] : parts[1].split("&")) {
            String[] words = pair.split("=", 2);
            if (!any || !List.of("limit", "title").contains(words[0]) || seen.put(words[0], words[1]) != null) {
                throw new Refused(400);
            }
            decoded(words[1]);
        }
        String limit = seen.getOrDefault("limit", "20");
        boolean allowed = limit.matches("[0-9]+(\\.0)?") && Double.parseDouble(limit) >= 1 && Double.parseDouble(limit) <= 50;
        if (!allowed && !has(Bug.TAKES_A_PARAMETER_THAT_BREAKS_THE_SCHEMA)
                || List.of("1", "50").contains(limit) && has(Bug.REFUSES_WHAT_THE_SCHEMA_ALLOWS)) {
            throw new Refused(400);
        }
    }

    private static void decoded(String text) throws Refused {
        try {
            URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(400);
        }
    }

    private String book(Question question) throws Refused {
        String id = question.path().substring("/books/".length());
        if (!id.matches("-?\\d+") || has(Bug.NEVER_SERVES_A_BOOK)) {
            throw new Refused(id.matches("-?\\d+") ? 404 : 400);
        }
        if (!id.equals("1")) {
            throw new Refused(has(Bug.STATUS_NOT_DECLARED) ? 402 : 404);
        }
        return WALDEN;
    }

    private Answer read(Question question, String body) {
        String shown = has(Bug.ANSWER_BREAKS_SCHEMA) ? body.replace("300", "\"three hundred\"") : body;
        boolean same = TAG.equals(question.headers().get("if-none-match")) && !has(Bug.NEVER_304);
        return answer(same ? 304 : 200, has(Bug.TYPE_NOT_DECLARED) ? "text/html" : "application/json", same ? "" : shown);
    }

    private Answer add(Question question) throws Refused {
        if (!question.headers().getOrDefault("content-type", "").matches("application/json *(;.*)?")) {
            throw new Refused(415);
        }
        JsonNode book;
        try {
            book = JSON.readTree(question.body());
        } catch (IOException | RuntimeException e) {
            throw new Refused(400);
        }
        if (!isBook(book) && !has(Bug.TAKES_A_BODY_THAT_BREAKS_THE_SCHEMA)) {
            throw new Refused(400);
        }
        return answer(201, "application/json", WALDEN);
    }

    private static boolean isBook(JsonNode book) {
        JsonNode pages = book.path("pages");
        String title = book.path("title").asText();
        boolean known = book.properties().stream().allMatch(field -> List.of("id", "title", "pages").contains(field.getKey()));
        boolean numbered = !book.has("id") || whole(book.path("id"));
        return known && numbered && book.path("title").isTextual() && !title.isEmpty()
                && title.codePointCount(0, title.length()) <= 40 && whole(pages) && pages.asDouble() >= 1
                && pages.asDouble() <= 9999;
    }

    private static boolean whole(JsonNode number) {
        return number.isIntegralNumber() || number.isNumber() && number.asDouble() == Math.rint(number.asDouble());
    }

    private Answer refusal(int status) {
        if (has(Bug.ERROR_IS_NO_PROBLEM)) {
            return answer(status, "text/plain", "no");
        }
        return answer(status, "application/problem+json",
                "{\"type\":\"/problems/refused\",\"requestId\":\"1\",\"status\":" + status + "}");
    }

    private Answer answer(int status, String type, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(type));
        headers.put("Allow", List.of("GET"));
        if (!has(Bug.NO_ETAG)) {
            headers.put("ETag", List.of(TAG));
        }
        if (!has(Bug.NO_REQUEST_ID)) {
            headers.put("X-Request-Id", List.of(UUID.randomUUID().toString()));
        }
        return new Answer(status, headers, Arrays.copyOf(body.getBytes(StandardCharsets.UTF_8), body.length()));
    }

    private boolean has(Bug bug) {
        return bugs.contains(bug);
    }
}
