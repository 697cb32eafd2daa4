package atlas.gateway.feed.atom;

import static atlas.gateway.feed.atom.AtomReader.ids;
import static atlas.gateway.feed.atom.AtomReader.link;
import static atlas.gateway.feed.atom.AtomReader.read;
import static atlas.gateway.testing.FeedApi.awaitNumber;
import static atlas.gateway.testing.FeedApi.last;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.FeedApi;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import io.restassured.response.Response;

@GatewayTest
class AtomTest {

    private static final String FEED = "/v1/events.atom";

    @Inject
    Changes changes;

    private long before;

    @BeforeEach
    void whereItEnds() {
        before = changes.settled();
    }

    @Test
    void tellsOfARecordWhatItSaysAndWhereItIsFound() throws Exception {
        String id = UUID.randomUUID().toString();
        changes.send(Changes.POLICIES, "56001",
                Changes.policy(id, "56001", "WY", "LIMITS_ICE_HOLDS", "An order", "2026-03-01T12:00:00Z"));
        long number = awaitNumber(id, before);

        Entry entry = entry(read(FEED + "?county=56001"), id);
        assertEquals("Wyoming, county 56001: policy record added: An order", entry.getTitle());
        assertEquals(Instant.parse("2026-03-01T12:00:00Z"), entry.getUpdated().toInstant());
        assertEquals("A policy record was added. It says: limits on ICE holds, stance protective.",
                entry.getSummary().getValue());
        assertTrue(content(entry).contains("<li>Stance: protective</li>"), content(entry));
        assertTrue(link(entry, "alternate").matches("/v1/policies/[0-9a-f-]{36}"));
        assertEquals(id, given().get(link(entry, "via")).then().statusCode(200).extract().path("items[0].id"));
        assertEquals("/v1/events?after=" + (number - 1) + "&limit=1", link(entry, "via"));
        assertEquals(List.of("atlas.county-policy.changed", "WY", "56001", "LIMITS_ICE_HOLDS"),
                entry.getCategories().stream().map(Category::getTerm).toList());
    }

    @Test
    void tellsOfALawWhatItDoes() throws Exception {
        String id = changes.law("VT", "PROHIBITS_ASSISTANCE");
        awaitNumber(id, before);

        Entry entry = entry(read(FEED + "?state=VT&type=atlas.state-law.changed"), id);
        assertEquals("Vermont: record of a state law added: A law", entry.getTitle());
        assertEquals("The record of a state law was added. Recorded effects: general prohibition of assistance to ICE "
                + "(the state requires the protection, all counties).", entry.getSummary().getValue());
        assertTrue(link(entry, "alternate").matches("/v1/laws/[0-9a-f-]{36}"));
    }

    @Test
    void tellsOfAScoreWhatTurnedOnWhatItRestsAndWhy() throws Exception {
        String id = changes.score("56003", "WY", "NO_287G", "LIMITS_ICE_HOLDS");
        awaitNumber(id, before);

        Entry entry = entry(read(FEED + "?county=56003"), id);
        assertEquals("Wyoming, county 56003: score 1 → 2", entry.getTitle());
        assertEquals("As of 2026-03-03, by the rubric ilrc-2019. Gained: no 287(g) agreement. "
                + "Cause: the day turned on which a record or law on file takes effect or ends.",
                entry.getSummary().getValue());
        assertTrue(content(entry).contains("<li>No 287(g) agreement: not protected (by county policy on record) → "
                + "protected (by county policy on record)</li>"), content(entry));
        assertTrue(!content(entry).contains("ICE holds"), content(entry));
        assertEquals("/v1/counties/56003", link(entry, "alternate"));
    }

    @Test
    void archivesAndTheNewestEntriesAreAllEventsWhileMoreArrive() throws Exception {
        List<String> sent = new ArrayList<>();
        send(sent, 130);
        Feed newest = read(FEED + "?county=50001&factor=NO_287G");
        List<Feed> archives = new ArrayList<>();
        for (String next = link(newest, "prev-archive"); next != null; next = link(archives.get(0), "prev-archive")) {
            archives.add(0, read(next));
            send(sent, 20);
        }
        List<String> read = new ArrayList<>();
        archives.forEach(archive -> read.addAll(oldestFirst(archive)));
        assertEquals(sent.subList(0, 100), read);
        assertEquals(sent.subList(80, 130), oldestFirst(newest));
        assertEquals(link(archives.get(0), "next-archive"), link(archives.get(1), "self"));

        List<Feed> again = AtomReader.all(FEED + "?county=50001&factor=NO_287G");
        assertEquals(4, again.size());
        assertEquals(link(again.get(3), "self"), link(archives.get(0), "self"));
        assertEquals(sent.subList(120, 170), oldestFirst(again.get(0)));
        assertEquals(sent.subList(100, 150), oldestFirst(again.get(1)));
        assertEquals(sent, FeedApi.ids(0, "&county=50001&factor=NO_287G"));
        // behind the newest archive comes what no archive has yet
        Response rest = given().get(link(again.get(1), "next-archive"));
        assertEquals(sent.subList(150, 170), oldestFirst(AtomReader.parse(rest.asByteArray())));
        assertEquals("public, max-age=0, s-maxage=10, must-revalidate", rest.header("Cache-Control"));
        assertTrue(!AtomReader.isArchive(rest.asByteArray()));
        archiveStaysTheSame(link(again.get(1), "self"), sent);
    }

    private void archiveStaysTheSame(String archive, List<String> sent) throws Exception {
        Response first = given().get(archive);
        assertTrue(AtomReader.isArchive(first.asByteArray()));
        assertEquals("public, max-age=31536000, immutable", first.header("Cache-Control"));
        send(sent, 60);
        Response later = given().get(archive);
        assertEquals(first.asString(), later.asString());
        assertEquals(first.header("ETag"), later.header("ETag"));
        given().header("If-None-Match", first.header("ETag")).get(archive).then().statusCode(304);
        given().get(archive + "1").then().statusCode(400);
        long inside = Long.parseLong(archive.split("archive=")[1]) + 1;
        given().get(FEED + "?county=50001&factor=NO_287G&archive=" + inside).then().statusCode(404)
                .contentType("application/problem+json").body("detail", containsString("no archive begins"));
    }

    @Test
    void followsTheWholeFeedLikeTheListOfEvents() throws Exception {
        List<Feed> documents = AtomReader.all(FEED);
        List<String> read = new ArrayList<>();
        for (int i = documents.size() - 1; i >= 0; i--) {
            oldestFirst(documents.get(i)).stream().filter(id -> !read.contains(id)).forEach(read::add);
        }
        assertEquals(FeedApi.ids(0, ""), read);
    }

    @ParameterizedTest
    @CsvSource({ "\"<script>alert(1)</script> & \\\"]]>\",<script>alert(1)</script> & \"]]>",
            "a\\u0000\\u0001\\u000b\\uffff\\ud800z,a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDz", "a\\r\\n\\t b,a b",
            "\\u202egnihton,\uFFFDgnihton", "\\ud83d\\uddfd ñ,\uD83D\uDDFD ñ" })
    void textOfOthersStaysText(String title, String shown) throws Exception {
        String id = UUID.randomUUID().toString();
        String inJson = title.startsWith("\"") ? title.substring(1, title.length() - 1) : title;
        changes.send(Changes.POLICIES, "56005",
                Changes.policy(id, "56005", "WY", "NO_287G", inJson, "2026-03-01T12:00:00Z"));
        awaitNumber(id, before);

        Entry entry = entry(read(FEED + "?county=56005"), id);
        assertEquals("Wyoming, county 56005: policy record added: " + shown, entry.getTitle());
        assertTrue(!content(entry).contains("<script"), content(entry));
    }

    @Test
    void longTextIsCut() throws Exception {
        String id = UUID.randomUUID().toString();
        changes.send(Changes.POLICIES, "56007",
                Changes.policy(id, "56007", "WY", "NO_287G", "\\ud83d\\uddfd".repeat(3000), "2026-03-01T12:00:00Z"));
        awaitNumber(id, before);
        String title = entry(read(FEED + "?county=56007"), id).getTitle();
        assertEquals("Wyoming, county 56007: policy record added: " + "\uD83D\uDDFD".repeat(199) + "…", title);
    }

    @Test
    void isOneFeedHoweverItsFilterIsSpelled() throws Exception {
        Feed one = read(FEED + "?state=NV,UT&since=2026-01-01");
        Feed same = read(FEED + "?since=2026-01-01T05:00:00Z&state=UT&state=NV");
        assertEquals(one.getId(), same.getId());
        assertEquals("/v1/events.atom?state=NV,UT&since=2026-01-01T05:00:00Z", link(one, "self"));
        assertEquals(link(one, "self"), link(same, "self"));
        assertEquals(link(one, "self"), link(same, "current"));
        assertNotEquals(one.getId(), read(FEED + "?state=NV").getId());
        given().get(link(one, "alternate")).then().statusCode(200);
    }

    @Test
    void isAFeedWithoutEntriesWhereNothingHappened() throws Exception {
        Feed feed = read(FEED + "?state=HI&county=15001");
        assertEquals(0, feed.getEntries().size());
        assertNull(link(feed, "prev-archive"));
        long first = Long.parseLong(FeedApi.page("?limit=1").getString("first"));
        assertEquals(first / 1000, feed.getUpdated().getTime());
    }

    @Test
    void believesNoHostThatARequestNames() throws Exception {
        Response answer = given().header("Host", "evil.example").header("X-Forwarded-Host", "evil.example").get(FEED);
        answer.then().statusCode(200).body(not(containsString("evil.example")));
    }

    @Test
    void isReadByPagesOfAnyOriginAndAgainOnlyWhenItChanged() {
        String query = FEED + "?county=56009";
        Response first = given().header("Origin", "https://example.org").header("Accept", "application/atom+xml, */*;q=0.1")
                .get(query);
        first.then().statusCode(200).header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=0, s-maxage=10, must-revalidate")
                .header("Vary", "Accept, Accept-Encoding, Authorization").header("ETag", matchesPattern("\"[A-Za-z0-9_-]+\""));
        assertEquals(first.header("ETag"), given().get(query).header("ETag"));
        given().header("If-None-Match", first.header("ETag")).get(query).then().statusCode(304)
                .header("ETag", equalTo(first.header("ETag")));
        given().head(query).then().statusCode(200).header("ETag", equalTo(first.header("ETag")))
                .header("Content-Type", equalTo("application/atom+xml;charset=utf-8"));
        String id = changes.policy("56009", "WY", "NO_287G");
        awaitNumber(id, before);
        given().header("If-None-Match", first.header("ETag")).get(query).then().statusCode(200);
        given().header("Accept", "application/json").get(query).then().statusCode(406);
        given().header("Authorization", "Bearer " + Keys.ofMaryland()).get(query).then().statusCode(200);
        given().post(FEED).then().statusCode(405);
    }

    @ParameterizedTest
    @CsvSource({ "archive=x,archive", "archive=,archive", "archive=12345678901234567,archive", "state=ZZ,state",
            "after=1,after",
            "limit=5,limit", "county=123,county", "factor=ICE,factor", "since=yesterday,since", "type=score,type" })
    void refuses(String query, String field) {
        given().get(FEED + "?" + query).then().statusCode(400).contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void archivesOfAnOlderFeedAreGone() {
        long first = Long.parseLong(FeedApi.page("?limit=1").getString("first"));
        for (long strange : new long[] { 0, 1, first - 2, last() + 1_000_000 }) {
            given().get(FEED + "?archive=" + strange).then().statusCode(410).contentType("application/problem+json")
                    .header("Cache-Control", "no-store").body("type", equalTo("/problems/gone"))
                    .body("first", equalTo(Long.toString(first)));
        }
    }

    private void send(List<String> sent, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            sent.add(id);
            texts.add(Changes.policy(id, "50001", "VT", "NO_287G"));
        }
        changes.sendAll(Changes.POLICIES, "50001", texts);
        awaitNumber(sent.get(sent.size() - 1), before);
    }

    private static List<String> oldestFirst(Feed feed) {
        List<String> ids = new ArrayList<>(ids(feed));
        Collections.reverse(ids);
        return ids;
    }

    private static Entry entry(Feed feed, String id) {
        return feed.getEntries().stream().filter(entry -> entry.getId().equals("urn:uuid:" + id)).findFirst().orElseThrow();
    }

    private static String content(Entry entry) {
        return entry.getContents().get(0).getValue();
    }
}
