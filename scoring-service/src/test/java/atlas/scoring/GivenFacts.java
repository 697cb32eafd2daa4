package atlas.scoring;

import java.util.List;
import java.util.stream.Stream;

import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.History;
import atlas.scoring.facts.Version;

/** What a test puts on record for Montgomery County, Maryland. */
public final class GivenFacts {

    private GivenFacts() {
    }

    public static CountyFacts facts(List<Given> policies, List<Given> laws) {
        History<atlas.events.RecordedPolicy> records = History.empty();
        for (Given policy : policies) {
            records = records.with(Version.of(policy.asPolicy()));
        }
        History<atlas.events.RecordedLaw> lawsOfState = History.empty();
        for (Given law : laws) {
            lawsOfState = lawsOfState.with(Version.of(law.asLaw()));
        }
        return CountyFacts.of("24031", records.knownAt(null), lawsOfState.knownAt(null));
    }

    public static CountyFacts policies(Given... policies) {
        return facts(List.of(policies), List.of());
    }

    public static CountyFacts laws(Given... laws) {
        return facts(List.of(), Stream.of(laws).toList());
    }
}
