package atlas.gateway.feed;

import java.sql.SQLException;

/** The database could not do its part. The cause tells the consumer whether to try again. */
class FeedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FeedFailure(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
