package atlas.gateway.breaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

class AnnouncedTest {

    @Test
    void readsNamesUnderTheHeadingForBreaks() {
        assertEquals(Set.of("County", "status", "listLaws"),
                Announced.in("# Changelog\n\n## Unreleased\n\n### Added\n- `Law`\n\n"
                        + "### Breaking\n- `County` has no `status`\n- and `listLaws`\n\n### Fixed\n- `Source`\n"));
    }

    @Test
    void readsNoneOfAReleaseThatIsOut() {
        assertEquals(Set.of(), Announced.in("## Unreleased\n\n### Added\n- x\n\n## 1.1.0\n\n### Breaking\n- `County`\n"));
    }
}
