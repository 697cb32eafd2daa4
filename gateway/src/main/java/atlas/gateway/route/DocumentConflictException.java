package atlas.gateway.route;

/** The services' documents do not fit together: the gateway does not start. The message is one line for whoever built them. */
public class DocumentConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentConflictException(String message) {
        super(message);
    }
}
