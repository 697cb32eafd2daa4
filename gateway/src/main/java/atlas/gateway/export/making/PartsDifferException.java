package atlas.gateway.export.making;

/** Something that was recorded has not arrived everywhere yet: files of it would mix two states. */
class PartsDifferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartsDifferException(String differences) {
        super("not all parts hold the same yet: " + differences.strip());
    }
}
