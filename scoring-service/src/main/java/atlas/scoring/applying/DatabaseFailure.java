package atlas.scoring.applying;

import java.sql.SQLException;

/** The database could not do its part. The cause tells the consumer whether to try again. */
class DatabaseFailure extends RuntimeException {

    DatabaseFailure(String what, SQLException cause) {
        super(what, cause);
    }
}
