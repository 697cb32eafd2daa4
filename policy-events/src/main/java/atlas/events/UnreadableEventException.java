package atlas.events;

/** A message that is not an event of the contract. It is parked, and those behind it go on. */
public class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String reason) {
        super(reason);
    }

    public UnreadableEventException(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }
}
