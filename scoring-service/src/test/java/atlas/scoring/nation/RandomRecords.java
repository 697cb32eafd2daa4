package atlas.scoring.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.Given;

/**
 * Random histories of a county's records and its state's laws: corrections and withdrawals, open and crossed dates,
 * courts that change their minds. Few days, hours and factors, so that things meet.
 */
public record RandomRecords(List<RecordedPolicy> policies, List<RecordedLaw> laws) {

    public static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    public static final int DAYS = 16;
    public static final Instant FIRST_HOUR = Instant.parse("2020-01-01T00:00:00Z");
    public static final int HOURS = 8;

    private static final List<String> FACTORS = List.of("NO_287G", "NO_287G", "LIMITS_ICE_HOLDS", "LIMITS_ICE_HOLDS",
            "PROHIBITS_ASSISTANCE");
    private static final List<String> STATUSES = List.of("IN_FORCE", "IN_FORCE", "ENJOINED", "PARTLY_ENJOINED", "STRUCK_DOWN",
            "REPEALED", "EXPIRED");

    public static RandomRecords from(Random random) {
        List<RecordedPolicy> policies = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            recordings(random).forEach(version -> policies.add(policy(random, id, version).asPolicy()));
        }
        List<RecordedLaw> laws = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            recordings(random).forEach(version -> laws.add(law(random, id, version).asLaw()));
        }
        return new RandomRecords(policies, laws);
    }

    private static Given policy(Random random, UUID id, Recording version) {
        return dated(random, Given.policy(id)).version(version.number(), version.at())
                .with("factor", one(random, FACTORS))
                .with("stance", one(random, List.of("PROTECTIVE", "PROTECTIVE", "ENTANGLED", "NO_POLICY")))
                .with("scope", random.nextInt(8) == 0 ? "CITY" : "COUNTY")
                .with("withdrawn", version.number() > 1 && random.nextInt(4) == 0);
    }

    private static Given law(Random random, UUID id, Recording version) {
        Given law = dated(random, Given.law(id)).version(version.number(), version.at())
                .with("withdrawn", version.number() > 1 && random.nextInt(4) == 0);
        if (random.nextInt(8) == 0) {
            law = law.listing("binds", "STATE_AGENCIES");
        }
        for (String factor : List.of("NO_287G", "LIMITS_ICE_HOLDS", "PROHIBITS_ASSISTANCE")) {
            if (random.nextBoolean()) {
                String effect = one(random, List.of("REQUIRES", "REQUIRES", "MANDATES", "PREEMPTS"));
                law = random.nextInt(5) == 0 ? law.that(effect, factor, one(random, List.of("24031", "24033")))
                        : law.that(effect, factor);
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String date = day(random).toString();
            law = random.nextBoolean() ? law.court(date, one(random, STATUSES))
                    : law.court(date, one(random, STATUSES), one(random, FACTORS));
        }
        return law;
    }

    private static Given dated(Random random, Given record) {
        return record.from(random.nextInt(4) == 0 ? null : day(random).toString())
                .to(random.nextInt(2) == 0 ? null : day(random).toString());
    }

    private static LocalDate day(Random random) {
        return FIRST_DAY.plusDays(1 + random.nextInt(DAYS - 2));
    }

    private static List<Recording> recordings(Random random) {
        List<Recording> versions = new ArrayList<>();
        int hour = random.nextInt(HOURS);
        for (int number = 1; number <= 1 + random.nextInt(3) && hour < HOURS; number++) {
            versions.add(new Recording(number, FIRST_HOUR.plusSeconds(3600L * hour).toString()));
            hour += 1 + random.nextInt(3);
        }
        return versions;
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private record Recording(int number, String at) {
    }
}
