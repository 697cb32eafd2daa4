package atlas.scoring.nation;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.scoring.rubric.Rubrics;

/**
 * The nation as the last committed batch left it, for those who read. One thread publishes, any number read. While scores are
 * rebuilt readers go on with the nation of before, and the next one grows unseen.
 */
@ApplicationScoped
public class CurrentNation {

    private final Nation empty;
    private volatile Generation shown;
    private volatile Generation growing;

    public CurrentNation(Rubrics rubrics) {
        this.empty = Nation.empty(rubrics.standard());
        this.shown = new Generation(0, empty);
    }

    /** A nation, and how many rebuilds there were before it. */
    public record Generation(int rebuilds, Nation nation) {

        private Generation as(Nation next) {
            return new Generation(rebuilds, next);
        }
    }

    public Nation get() {
        return shown.nation();
    }

    public Generation shown() {
        return shown;
    }

    /** The nation that facts are applied to, whether it is shown or not. */
    public Nation latest() {
        Generation unseen = growing;
        return unseen == null ? shown.nation() : unseen.nation();
    }

    public synchronized void publish(Nation next) {
        if (growing == null) {
            shown = shown.as(next);
        } else {
            growing = growing.as(next);
        }
    }

    /** From now on facts are applied to an empty nation, which nobody sees before it is complete. */
    public synchronized void beginAnew(int rebuilds) {
        growing = new Generation(rebuilds, empty);
    }

    /** What has grown unseen is complete: readers see it in the place of the one before. */
    public synchronized void show() {
        if (growing != null) {
            shown = growing;
            growing = null;
        }
    }

    /** False while the first nation of this process is being rebuilt: there is none that could be shown in the meantime. */
    public boolean isWhole() {
        return growing == null || !shown.nation().counties().isEmpty();
    }
}
