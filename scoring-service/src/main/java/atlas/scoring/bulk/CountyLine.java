package atlas.scoring.bulk;

import java.util.List;

import atlas.scoring.county.CountyView;
import atlas.scoring.county.SegmentView;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;

/** A county as it stands in lists, and its results over all time. */
record CountyLine(CountyView county, List<SegmentView> history) {

    static CountyLine of(County county, Moment moment) {
        return new CountyLine(CountyView.inList(county, moment, moment.result(county), false),
                moment.timeline(county).segments().stream().map(segment -> SegmentView.of(segment, county, moment)).toList());
    }
}
