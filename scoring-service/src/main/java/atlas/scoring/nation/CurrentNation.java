package atlas.scoring.nation;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.scoring.rubric.Rubrics;

/** The nation as the last committed batch left it, for those who read. One thread publishes, any number read. */
@ApplicationScoped
public class CurrentNation {

    private volatile Nation nation;

    public CurrentNation(Rubrics rubrics) {
        this.nation = Nation.empty(rubrics.standard());
    }

    public Nation get() {
        return nation;
    }

    public void publish(Nation next) {
        nation = next;
    }
}
