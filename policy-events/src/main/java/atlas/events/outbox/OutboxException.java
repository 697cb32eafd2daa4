package atlas.events.outbox;

/** The outbox or its relay could not do its work; the cause tells why. */
public class OutboxException extends RuntimeException {

    public OutboxException(String message) {
        super(message);
    }

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
