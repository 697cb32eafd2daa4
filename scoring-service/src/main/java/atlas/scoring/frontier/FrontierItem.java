package atlas.scoring.frontier;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.FrontierTopic;
import atlas.events.RecordedPolicy;
import atlas.scoring.nation.Nation;

/** A topic, and the laws and records in force that carry it. */
@Schema(description = "A topic, and the laws and records in force that carry it.", requiredProperties = { "topic", "title",
        "states", "laws", "records" })
public record FrontierItem(FrontierTopic topic,
        @Schema(examples = "Arrests by ICE in and around courthouses") String title,
        @Schema(description = "in how many states a law or a record is in force", examples = "6") int states,
        List<FrontierLaw> laws, List<FrontierRecord> records) {

    private static final Map<FrontierTopic, String> TITLES = Map.of(
            FrontierTopic.COURTHOUSE_ARRESTS, "Arrests by ICE in and around courthouses",
            FrontierTopic.DETENTION_ABOLITION, "Limits on immigration detention centers and private prisons",
            FrontierTopic.DATA_SHARING, "Access of immigration authorities to local and state data",
            FrontierTopic.PROBATION, "Dealings of probation departments with ICE",
            FrontierTopic.CRIMINAL_LEGAL_REFORM, "Criminal law and procedure, where they bear on immigration cases",
            FrontierTopic.POLICING_REFORM, "Policing practices, where they bear on immigration cases");

    static FrontierItem of(FrontierTopic topic, InForce everything, Nation nation) {
        InForce inForce = everything.on(topic);
        long states = Stream.concat(inForce.laws().stream().map(law -> law.law().state()),
                inForce.records().stream().map(RecordedPolicy::state)).distinct().count();
        return new FrontierItem(topic, TITLES.get(topic), (int) states, inForce.laws().stream().map(FrontierLaw::of).toList(),
                inForce.records().stream().map(record -> FrontierRecord.of(record, nation)).toList());
    }
}
