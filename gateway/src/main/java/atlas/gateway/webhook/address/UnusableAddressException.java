package atlas.gateway.webhook.address;

/** An address that nothing is sent to; the message says why, to be put behind the name of the field. */
public class UnusableAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableAddressException(String why) {
        super(why);
    }
}
