package atlas.local.push;

/** Why a push ended early. Its message is one line, meant for the person at the terminal. */
final class PushFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PushFailedException(String message) {
        super(message);
    }

    PushFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
