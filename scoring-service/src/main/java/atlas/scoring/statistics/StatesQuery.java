package atlas.scoring.statistics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.BeanParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import atlas.events.Binding;
import atlas.scoring.moment.MomentQuery;
import atlas.scoring.moment.Words;
import atlas.scoring.state.LawChoice;
import atlas.service.problem.ProblemException;

/** The query parameters of the states by class, as they were written: the moment, and which laws count. */
public class StatesQuery {

    @BeanParam
    MomentQuery moment;
    @RestQuery("binds")
    @Parameter(description = "whose binding makes a law count, repeated or separated by commas, of COUNTIES, MUNICIPALITIES, STATE_AGENCIES, PRIVATE; COUNTIES when absent. With STATE_AGENCIES also executive orders that bind only the state's own agencies count", example = "COUNTIES,STATE_AGENCIES")
    List<String> binds;
    @RestQuery("preemption")
    @Parameter(description = "false: only mandates make a state an anti-sanctuary one, laws that preempt do not", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    String preemption;
    @RestQuery("court_rulings")
    @Parameter(description = "false: what a court ruled or enjoined does not count", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
    String courtRulings;

    /** @throws ProblemException with everything that is wrong */
    LawChoice choice() {
        Words words = new Words();
        LawChoice choice = new LawChoice(binds.isEmpty() ? LawChoice.STANDARD.binds() : bindings(words),
                !Boolean.FALSE.equals(words.trueOrFalse("preemption", preemption)),
                !Boolean.FALSE.equals(words.trueOrFalse("court_rulings", courtRulings)));
        words.check();
        return choice;
    }

    private Set<Binding> bindings(Words words) {
        Set<Binding> bindings = EnumSet.noneOf(Binding.class);
        List<String> named = binds.stream().flatMap(list -> Arrays.stream(list.split(",", -1))).toList();
        Arrays.stream(Binding.values()).filter(binding -> named.contains(binding.name())).forEach(bindings::add);
        List<String> known = Arrays.stream(Binding.values()).map(Binding::name).toList();
        words.require(known.containsAll(named), "binds", "one or more of " + String.join(", ", known));
        return bindings.isEmpty() ? LawChoice.STANDARD.binds() : bindings;
    }
}
