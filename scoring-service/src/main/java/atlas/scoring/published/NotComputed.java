package atlas.scoring.published;

/** A figure that nothing on record tells of. */
record NotComputed(String why) implements Measure {

    NotComputed {
        Required.field(why, "why");
    }

    @Override
    public Measured in(Snapshot snapshot) {
        return null;
    }

    @Override
    public String words() {
        return "Not computed: " + why;
    }
}
