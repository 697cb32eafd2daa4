package atlas.gateway.webhook.delivery;

import java.sql.SQLException;

/** The database could not do its part. The cause tells who called whether to try again. */
public class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeliveryException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
