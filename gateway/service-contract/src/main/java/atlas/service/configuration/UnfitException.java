package atlas.service.configuration;

/** A value is not what its key needs; the message says why where that is not plain. */
final class UnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitException(String why) {
        super(why, null, false, false);
    }
}
