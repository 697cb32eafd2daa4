package atlas.gateway.export.making;

import java.util.List;

import atlas.gateway.export.ExportsConfig;

/**
 * What a set says of itself: what it is, whose, on what terms, and how to name it.
 *
 * @param homepage null when nobody told us where this is public
 */
record Colophon(Cut cut, String publisher, ExportsConfig.License license, String homepage) {

    static final List<String> SOURCES = List.of(
            "Growing the Resistance: How Sanctuary Laws and Policies Have Flourished During the Trump Administration"
                    + " (Immigrant Legal Resource Center, December 2019)",
            "Cartographic boundary files of the counties of 2018 (US Census Bureau, public domain)",
            "The sources that each policy record and each law names");

    String id() {
        return "urn:sanctuary-atlas:data:" + cut.version();
    }

    String citation() {
        return "%s (%d). County policies and state laws on cooperation with ICE. Data version %s, as of %s, known at %s. %s.%s"
                .formatted(publisher, cut.asOf().getYear(), cut.version(), cut.asOf(), cut.knownAt(), license.name(),
                        homepage == null ? "" : " " + homepage);
    }

    String description() {
        return "Which US counties limit their help to Immigration and Customs Enforcement, what state law adds or takes away,"
                + " how each county scores, and how that changed. It measures statements of policy, not compliance."
                + " A text that a spreadsheet program would take for a formula has an apostrophe before it in CSV files.";
    }
}
