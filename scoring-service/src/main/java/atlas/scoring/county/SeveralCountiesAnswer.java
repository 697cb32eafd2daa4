package atlas.scoring.county;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the choice to whoever asks for a county by a code that stands for several. */
public class SeveralCountiesAnswer {

    private static final int MULTIPLE_CHOICES = 300;

    @ServerExceptionMapper
    public RestResponse<SeveralCounties> choose(SeveralCountiesException several) {
        return RestResponse.status(RestResponse.Status.fromStatusCode(MULTIPLE_CHOICES), several.view());
    }
}
