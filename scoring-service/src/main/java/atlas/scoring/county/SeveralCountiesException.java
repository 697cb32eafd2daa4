package atlas.scoring.county;

import java.util.List;

import atlas.scoring.nation.County;

/** A code stands for several counties: the caller must choose. */
public class SeveralCountiesException extends RuntimeException {

    private final String code;
    private final transient List<County> counties;

    SeveralCountiesException(String code, List<County> counties) {
        super("the code stands for several counties: " + code);
        this.code = code;
        this.counties = List.copyOf(counties);
    }

    SeveralCounties view() {
        return SeveralCounties.of(code, counties);
    }
}
