package atlas.local;

/** Why the suite cannot run here. Its message is one line, meant for the person at the terminal. */
public class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStartException(String message) {
        super(message);
    }

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
