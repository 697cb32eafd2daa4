package atlas.scoring.published;

import java.time.LocalDate;
import java.time.YearMonth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the published figures come from. */
@Schema(description = "Where the published figures come from.", requiredProperties = { "title", "publisher", "published",
        "dataAsOf", "countiesAnalyzed" })
public record PublishedSource(String title, String publisher, @Schema(examples = "2019-12-17") LocalDate published,
        @Schema(description = "the month that its tables stand for", examples = "2019-09") String dataAsOf,
        @Schema(examples = "2960") Integer countiesAnalyzed) {

    public PublishedSource {
        Required.field(title, "title");
        Required.field(publisher, "publisher");
        Required.field(published, "published");
        Required.field(dataAsOf, "dataAsOf");
        Required.field(countiesAnalyzed, "countiesAnalyzed");
    }

    /** The last day of the month that the tables stand for. */
    LocalDate lastDayOfData() {
        return YearMonth.parse(dataAsOf).atEndOfMonth();
    }
}
