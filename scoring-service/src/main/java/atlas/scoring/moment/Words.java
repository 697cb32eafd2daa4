package atlas.scoring.moment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import atlas.service.problem.FieldError;
import atlas.service.problem.ProblemException;

/** Reads what a query's parameters say, and collects what they say wrongly, so that one answer names it all. */
public class Words {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?");

    private final List<FieldError> errors = new ArrayList<>();

    /** Null when the parameter is absent; of no use when it says something else. */
    public Boolean trueOrFalse(String parameter, String word) {
        require(word == null || word.equals("true") || word.equals("false"), parameter, "true or false");
        return word == null ? null : word.equals("true");
    }

    /** Null when the parameter is absent, or says something else. */
    public BigDecimal score(String parameter, String word) {
        if (word == null || NUMBER.matcher(word).matches()) {
            return word == null ? null : new BigDecimal(word);
        }
        require(false, parameter, "a score, for example 5");
        return null;
    }

    public void require(boolean condition, String parameter, String message) {
        if (!condition) {
            errors.add(FieldError.parameter(parameter, message));
        }
    }

    /** @throws ProblemException with everything that was wrong */
    public void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
