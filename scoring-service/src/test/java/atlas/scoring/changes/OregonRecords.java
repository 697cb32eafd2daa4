package atlas.scoring.changes;

import static atlas.scoring.Api.awaitThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;

import atlas.scoring.Given;
import atlas.scoring.Wire;

/** What the tests of changes put on record: in four counties of Oregon and one of North Dakota. */
final class OregonRecords {

    static final String DAYS = "from=2017-01-01&to=2019-09-30";
    static final String HOLDS = "LIMITS_ICE_HOLDS";
    static final String INQUIRY = "PROHIBITS_STATUS_INQUIRY";
    static final String ASSISTANCE = "PROHIBITS_ASSISTANCE";
    static final String BENTON = "41003";
    static final String CLACKAMAS = "41005";
    static final String CLATSOP = "41007";
    static final String COLUMBIA = "41009";

    static final Given REQUIREMENT = law("d001").with("title", "HB 3464").from("2018-01-01")
            .that("REQUIRES", INQUIRY, BENTON, CLACKAMAS).that("REQUIRES", "LIMITS_ICE_INTERROGATIONS", CLACKAMAS);
    static final Given MANDATE = law("d002").with("direction", "MANDATE").from("2018-06-01").that("MANDATES", HOLDS, CLATSOP);

    static final Given BENTON_PARTIAL = policy("d101", BENTON).with("strength", "PARTIAL").from("2010-01-01");
    static final Given BENTON_FULL = policy("d102", BENTON).with("strength", "FULL").from("2018-03-01");
    static final Given BENTON_CONTRACT = policy("d103", BENTON).with("factor", "NO_287G").with("stance", "ENTANGLED")
            .from("2010-01-01").to("2018-09-01");
    static final Given BENTON_DETENTION = policy("d108", BENTON).with("factor", "NO_DETENTION_CONTRACT")
            .with("stance", "ENTANGLED").from("2019-03-01");
    static final Given CLATSOP_HOLDS = policy("d104", CLATSOP).from("2012-01-01");
    static final Given CLATSOP_ASSISTANCE = policy("d105", CLATSOP).with("factor", ASSISTANCE).from("2019-01-01")
            .version(1, "2020-05-01T00:00:00Z");
    static final Given COLUMBIA_CONTRACT = policy("d106", COLUMBIA).with("factor", "NO_DETENTION_CONTRACT")
            .with("stance", "ENTANGLED").from("2019-02-01");
    static final Given ADAMS = policy("d107", "38001").with("state", "ND").from("2018-01-01");

    private static boolean sent;

    private OregonRecords() {
    }

    /** Once for all tests. */
    static void send(Wire wire) throws Exception {
        if (sent) {
            return;
        }
        wire.registerCounties();
        wire.law("ADDED", REQUIREMENT);
        wire.law("ADDED", MANDATE);
        for (Given policy : new Given[] { BENTON_PARTIAL, BENTON_FULL, BENTON_CONTRACT, BENTON_DETENTION, CLATSOP_HOLDS,
                CLATSOP_ASSISTANCE,
                COLUMBIA_CONTRACT, ADAMS }) {
            wire.policy("ADDED", policy);
        }
        awaitThat("/v1/counties/41003?as_of=2018-08-31", "documentedFactors", equalTo(3));
        awaitThat("/v1/counties/41003?as_of=2018-08-31", "factors[2].strength", equalTo("FULL"));
        awaitThat("/v1/counties/41003?as_of=2017-12-31", "factors[2].strength", equalTo("PARTIAL"));
        awaitThat("/v1/counties/41003?as_of=2019-09-30", "score", equalTo(3));
        awaitThat("/v1/counties/41007?as_of=2018-05-31", "score", equalTo(3));
        awaitThat("/v1/counties/41007?as_of=2019-09-30", "documentedFactors", equalTo(2));
        awaitThat("/v1/counties/41009?as_of=2019-09-30", "score", equalTo(1));
        awaitThat("/v1/counties/38001?as_of=2019-09-30", "score", equalTo(3));
        sent = true;
    }

    private static Given law(String end) {
        return Given.law(id(end)).with("state", "OR");
    }

    private static Given policy(String end, String county) {
        return Given.policy(id(end)).with("county", county).with("state", "OR");
    }

    private static UUID id(String end) {
        return UUID.fromString("0197a000-0000-7000-8000-00000000" + end);
    }
}
