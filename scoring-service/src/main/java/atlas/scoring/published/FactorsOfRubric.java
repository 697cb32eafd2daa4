package atlas.scoring.published;

/** The factors that the rubric scores. */
record FactorsOfRubric() implements Measure {

    @Override
    public Measured in(Snapshot snapshot) {
        return Measured.alone(snapshot.moment().rubric().factors().size());
    }

    @Override
    public String words() {
        return "factors of the rubric";
    }
}
