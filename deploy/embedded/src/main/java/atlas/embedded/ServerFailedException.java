package atlas.embedded;

/** A server that could not be started or reached. Its message is one line, meant for the person at the terminal. */
public class ServerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailedException(String message) {
        super(message);
    }

    public ServerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
