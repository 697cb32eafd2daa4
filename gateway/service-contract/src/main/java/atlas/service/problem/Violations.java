package atlas.service.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a body, so that one answer names it all, up to a hundred. */
public final class Violations {

    private static final int MOST = 100;

    private final List<FieldError> errors;
    private final String within;

    public Violations() {
        this(new ArrayList<>(), "");
    }

    private Violations(List<FieldError> errors, String within) {
        this.errors = errors;
        this.within = within;
    }

    /** Collects with the same, for a thing that stands somewhere in the body: its places are given from there on. */
    public Violations within(String pointer) {
        return new Violations(errors, within + pointer);
    }

    /** Notes an error at the place in the body, as "/sources/0/title", unless the condition holds. */
    public Violations require(boolean condition, String pointer, String message) {
        if (!condition && errors.size() < MOST) {
            errors.add(FieldError.inBody(within + pointer, message));
        }
        return this;
    }

    /** Free text: not longer than the limit, not blank, without control characters other than line ends and tabs. */
    public Violations text(String value, int longest, String pointer) {
        if (value != null) {
            require(!value.isBlank(), pointer, "must not be blank");
            require(value.length() <= longest, pointer, "must not be longer than " + longest + " characters");
            require(value.chars().noneMatch(Violations::isControl), pointer, "must not contain control characters");
            require(value.codePoints().noneMatch(Violations::isHalfACharacter), pointer,
                    "must not contain half a surrogate pair");
        }
        return this;
    }

    /** Free text that must be there. */
    public Violations requiredText(String value, int longest, String pointer) {
        return require(value != null, pointer, "is required").text(value, longest, pointer);
    }

    /**
     * Ends the check.
     *
     * @throws ProblemException with every error, when there is one
     */
    public void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** Half of a pair that stands for one character: no encoding of text has a place for it. */
    private static boolean isHalfACharacter(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
