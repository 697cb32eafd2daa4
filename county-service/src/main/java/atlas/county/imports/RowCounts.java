package atlas.county.imports;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many rows a file has, what became of them, and how many of them were deleted since. */
@Embeddable
class RowCounts {

    @Column(name = "row_count")
    private int all;
    private int accepted;
    private int unchanged;
    private int refused;
    @Column(name = "rows_deleted")
    private int deleted;

    void holds(int rows) {
        all = rows;
    }

    void count(List<RowOutcome.Kind> outcomes) {
        for (RowOutcome.Kind outcome : outcomes) {
            switch (outcome) {
                case ACCEPTED -> accepted++;
                case UNCHANGED -> unchanged++;
                case REFUSED -> refused++;
            }
        }
    }

    /** The next rows are deleted, at most so many; the number of the last one. */
    int forget(int most) {
        deleted = Math.min(deleted + most, all);
        return deleted;
    }

    int all() {
        return all;
    }

    int accepted() {
        return accepted;
    }

    int unchanged() {
        return unchanged;
    }

    int refused() {
        return refused;
    }

    int done() {
        return accepted + unchanged + refused;
    }

    boolean areKept() {
        return deleted == 0;
    }
}
