package atlas.scoring.published;

/** Immigrants who live in sanctuary states for each one in anti-sanctuary states. */
record ImmigrantsRatio() implements Measure {

    @Override
    public Measured in(Snapshot snapshot) {
        return null;
    }

    @Override
    public String words() {
        return "Not computed here: who counts decides it. See /v1/statistics/states.";
    }
}
