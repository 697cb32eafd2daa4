package atlas.gateway.breaking;

/**
 * Something that a client of the document published last could not go on with.
 *
 * @param subject operationId or name of the schema: what a changelog names
 * @param place where in it
 * @param what happened to it
 */
record Break(String subject, String place, String what) {

    @Override
    public String toString() {
        return "`" + subject + "`" + (place.isEmpty() ? "" : " " + place) + " " + what;
    }
}
