package atlas.local.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.local.fuzz.Fuzzer.Plan;
import atlas.local.fuzz.LibraryServer.Bug;

/** A fuzzer that finds nothing proves nothing: here each bug is put into a small server, and must be found. */
class FuzzerTest {

    /** All requests are made, however slow the machine is. */
    private static final int ENOUGH_SECONDS = 600;
    private static final Plan PLAN = new Plan(7, 300, ENOUGH_SECONDS);

    @Test
    void findsNothingWhereNothingIsWrong() throws IOException {
        try (LibraryServer server = new LibraryServer(Set.of())) {
            Fuzzer fuzzer = fuzzer(server);

            assertEquals(List.of(), fuzzer.run().list());
            assertEquals(List.of(), fuzzer.coverage().unreached());
            assertTrue(fuzzer.coverage().requests() >= PLAN.requests());
        }
    }

    @ParameterizedTest
    @CsvSource({ "FAULT_ON_A_LONG_TEXT,fault: status 500", "ANSWER_BREAKS_SCHEMA,schema: 200",
            "STATUS_NOT_DECLARED,undeclared: status 402",
            "ERROR_IS_NO_PROBLEM,problem: 400 in text/plain", "TAKES_A_BODY_THAT_BREAKS_THE_SCHEMA,lax: taken",
            "TAKES_A_PARAMETER_THAT_BREAKS_THE_SCHEMA,lax: taken", "REFUSES_WHAT_THE_SCHEMA_ALLOWS,strict: refused",
            "NO_ETAG,header: 200 without ETag", "NEVER_304,tag: 200", "NO_REQUEST_ID,header: no X-Request-Id",
            "TYPE_NOT_DECLARED,undeclared: media type" })
    void finds(Bug bug, String how) throws IOException {
        try (LibraryServer server = new LibraryServer(Set.of(bug))) {
            List<String> found = fuzzer(server).run().list();

            assertTrue(found.stream().anyMatch(one -> one.contains(how)),
                    () -> how + " is not among\n" + String.join("\n", found));
            assertTrue(found.stream().allMatch(one -> one.contains("seed 7, request ") && one.contains("curl ")),
                    found::toString);
        }
    }

    @Test
    void tellsWhatItNeverReached() throws IOException {
        try (LibraryServer server = new LibraryServer(Set.of(Bug.NEVER_SERVES_A_BOOK))) {
            Fuzzer fuzzer = fuzzer(server);
            fuzzer.run();

            assertEquals(List.of("GET /books/{id}"), fuzzer.coverage().unreached());
        }
    }

    @Test
    void asksTheSameAgainWithTheSameSeed() throws IOException {
        try (LibraryServer server = new LibraryServer(Set.of())) {
            fuzzer(server).run();
            List<String> first = server.asked();
            fuzzer(server).run();
            List<String> second = server.asked();
            new Fuzzer(server.address(), document(), new Desk(), new Plan(8, 300, ENOUGH_SECONDS)).run();

            assertEquals(first, second);
            assertFalse(first.equals(server.asked()));
        }
    }

    private static Fuzzer fuzzer(LibraryServer server) throws IOException {
        return new Fuzzer(server.address(), document(), new Desk(), PLAN);
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper().readTree(FuzzerTest.class.getResource("/fuzz/library.json"));
    }

    /** Anybody may do everything there. */
    private static final class Desk implements Stage {

        @Override
        public String reader() {
            return "Bearer anybody";
        }

        @Override
        public List<String> others() {
            return List.of();
        }

        @Override
        public Optional<Start> start(String method, String path) {
            return Optional.of(new Start("/books", List.of(new Pair("Content-Type", "application/json")),
                    "{\"title\":\"Walden\",\"pages\":300}".getBytes()));
        }

        @Override
        public boolean isCostly(String method, String path) {
            return false;
        }
    }
}
