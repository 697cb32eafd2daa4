package atlas.gateway.feed.atom;

import java.util.List;
import java.util.stream.Stream;

import atlas.events.Change;
import atlas.events.PolicyChanged;
import atlas.events.RecordedPolicy;
import atlas.events.Scope;

/** Says what became of a policy record. */
final class PolicyWords {

    private PolicyWords() {
    }

    static EventWords of(PolicyChanged changed) {
        RecordedPolicy now = changed.after();
        String what = "policy record " + Terms.of(changed.change());
        return new EventWords(Terms.place(now.state(), now.county()) + ": " + what + ": " + Plain.name(now.title()),
                summary(changed.change(), now), details(changed));
    }

    private static String summary(Change change, RecordedPolicy now) {
        String begun = "A policy record was " + Terms.of(change)
                + (change == Change.WITHDRAWN ? " and counts for nothing any more. It said: " : ". It says: ");
        String claim = subject(now) + ", stance " + Terms.of(now.stance()) + "."; // what the record states, not what holds
        String scope = now.scope() == Scope.COUNTY ? "" : " It is not the county's own and does not count toward the score.";
        String reason = Plain.value(now.reason());
        return begun + claim + scope + (reason == null ? "" : " Reason given: " + reason);
    }

    private static String subject(RecordedPolicy record) {
        return Stream.of(Terms.of(record.factor()), Terms.of(record.topic())).filter(words -> words != null).findFirst()
                .orElse("no factor");
    }

    private static List<String> details(PolicyChanged changed) {
        return new Comparison<>(changed.before(), changed.after())
                .part("Title", record -> Plain.name(record.title()))
                .part("About", PolicyWords::subject)
                .part("Stance", record -> Terms.of(record.stance()))
                .part("Strength", record -> Terms.of(record.strength()))
                .part("Exceptions", record -> Plain.value(record.exceptions()))
                .part("Whose policy", record -> Terms.of(record.scope()))
                .part("Agency", record -> Plain.value(record.agency()))
                .part("Instrument", record -> Terms.ofConstant(record.instrument()))
                .part("In force from", record -> Terms.day(record.effectiveFrom(), record.effectiveFromPrecision()))
                .part("No longer in force on", record -> Terms.day(record.effectiveTo(), record.effectiveToPrecision()))
                .part("Summary", record -> Plain.value(record.summary()))
                .part("Sources", record -> Sources.of(record.sources()))
                .part("Recorded by", record -> Plain.value(record.recordedBy()))
                .lines();
    }
}
