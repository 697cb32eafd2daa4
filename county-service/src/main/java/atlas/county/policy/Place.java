package atlas.county.policy;

/** Where a record belongs, and stays: a county of a state, or (null) the state alone. */
public record Place(String county, String state) {

    /** Names it: the county's FIPS, or the state's code. */
    public String code() {
        return county == null ? state : county;
    }
}
