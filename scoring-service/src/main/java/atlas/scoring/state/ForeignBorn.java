package atlas.scoring.state;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.tables.Share;

/** How many people of a state were born abroad, as the Census Bureau counted. */
@Schema(description = "How many people of the state were born abroad: an estimate of one vintage, the same on every day asked for.", requiredProperties = {
        "population", "share", "vintage", "source" })
public record ForeignBorn(
        @Schema(description = "rounded to hundreds", examples = "4058900") long population,
        @Schema(description = "of the state's population in the 2010 census, to three digits", examples = "0.161") Double share,
        @Schema(description = "years of the survey", examples = "2006-10") String vintage,
        PopulationSource source) {

    private static final String VINTAGE = "2006-10";
    private static final PopulationSource CENSUS = new PopulationSource("American Community Survey 2006-10 (5-year)",
            "US Census Bureau",
            "Each county's percentage of foreign-born people in the survey times its population in the 2010 census, summed by state and rounded to hundreds.");

    static ForeignBorn of(long foreignBorn, long population2010) {
        return new ForeignBorn(foreignBorn, Share.of(foreignBorn, population2010), VINTAGE, CENSUS);
    }

    /** Where a number of people comes from. */
    @Schema(description = "Where the number comes from, and how it was made.", requiredProperties = { "title", "publisher",
            "method" })
    public record PopulationSource(String title, String publisher, String method) {
    }
}
