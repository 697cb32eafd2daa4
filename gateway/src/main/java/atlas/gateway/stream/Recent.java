package atlas.gateway.stream;

import java.util.ArrayList;
import java.util.List;

import atlas.gateway.feed.FeedHead;

/**
 * The newest events of the feed, without gaps.
 *
 * @param head of the feed; the last of the frames is its last
 */
record Recent(FeedHead head, List<Frame> frames) {

    static final Recent NOTHING = new Recent(new FeedHead(1, 0), List.of());

    Recent {
        frames = List.copyOf(frames);
    }

    long last() {
        return head.last();
    }

    /** Whether all that comes behind a number is here. */
    boolean reaches(long position) {
        return position >= head.last() - frames.size();
    }

    /** The event that comes behind a number; it must be here. */
    Frame behind(long position) {
        return frames.get((int) (position - (head.last() - frames.size())));
    }

    /** The same with those that came; of all, the newest, as many and as long together as are kept. */
    Recent with(FeedHead grown, List<Frame> more, int mostFrames, int mostBytes) {
        List<Frame> all = new ArrayList<>(frames);
        all.addAll(more);
        int from = all.size();
        long length = 0;
        while (from > 0 && all.size() - from < mostFrames && length + all.get(from - 1).bytes().length() <= mostBytes) {
            length += all.get(--from).bytes().length();
        }
        return new Recent(grown, all.subList(from, all.size()));
    }
}
