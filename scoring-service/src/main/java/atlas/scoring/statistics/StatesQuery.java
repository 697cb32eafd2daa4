package atlas.scoring.statistics;

import java.util.ArrayList;
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
import atlas.scoring.state.LawChoice;
import atlas.service.problem.FieldError;
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
        List<FieldError> errors = new ArrayList<>();
        LawChoice usual = LawChoice.STANDARD;
        LawChoice choice = new LawChoice(binds.isEmpty() ? usual.binds() : bindings(errors),
                trueOrFalse("preemption", preemption, errors), trueOrFalse("court_rulings", courtRulings, errors));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return choice;
    }

    private Set<Binding> bindings(List<FieldError> errors) {
        Set<Binding> bindings = EnumSet.noneOf(Binding.class);
        List<String> words = binds.stream().flatMap(list -> Arrays.stream(list.split(",", -1))).toList();
        Arrays.stream(Binding.values()).filter(binding -> words.contains(binding.name())).forEach(bindings::add);
        List<String> known = Arrays.stream(Binding.values()).map(Binding::name).toList();
        if (!known.containsAll(words)) {
            errors.add(FieldError.parameter("binds", "one or more of " + String.join(", ", known)));
        }
        return bindings.isEmpty() ? LawChoice.STANDARD.binds() : bindings;
    }

    /** True when absent. */
    private static boolean trueOrFalse(String parameter, String word, List<FieldError> errors) {
        if (word != null && !word.equals("true") && !word.equals("false")) {
            errors.add(FieldError.parameter(parameter, "true or false"));
        }
        return !"false".equals(word);
    }
}
