package atlas.scoring.rubric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Source;

/** What the source of a rubric calls a tier, in its own words: a quotation, never a finding about a county. */
@Schema(description = "What the source of the rubric calls this tier, in its own words: a quotation, not a finding about a county.")
public record PublishedWording(String text, Source source) {
}
