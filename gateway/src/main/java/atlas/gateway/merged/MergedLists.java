package atlas.gateway.merged;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.route.Services;
import atlas.service.page.Cursors;
import atlas.service.page.Page;
import atlas.service.page.PageLimit;
import atlas.service.problem.ProblemException;
import io.vertx.core.Future;

/** Shows several lists as one. The cursor knows the place in each of them. */
@ApplicationScoped
public class MergedLists {

    private final Cursors cursors;

    MergedLists(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * A page of all parts, or none at all: a part that does not answer is never left out. One that shows the caller nothing has
     * no part in it, as long as another does.
     */
    public Page<ObjectNode> page(Asked asked, List<Part> parts, Order order) {
        List<String> position = cursors.position(asked.uri(), asked.cursor());
        List<String> places = position.isEmpty() ? Collections.nCopies(parts.size(), "") : position;
        List<Slice> slices = slices(parts, places, asked.limit().value());
        if (slices.stream().allMatch(Slice::closed)) {
            throw ProblemException.forbidden("The key has no scope that allows this.");
        }
        Merge merge = new Merge(slices, places, order);
        List<ObjectNode> shown = merge.take(asked.limit().value());
        return new Page<>(shown, slices.stream().mapToLong(Slice::total).sum(),
                merge.hasMore() ? cursors.next(asked.uri(), merge.places()) : null);
    }

    private static List<Slice> slices(List<Part> parts, List<String> places, int most) {
        List<Future<Slice>> asked = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            asked.add(parts.get(i).behind(places.get(i).isEmpty() ? null : places.get(i), most));
        }
        return asked.stream().map(Services::await).toList();
    }

    /** Which page is asked for. */
    public record Asked(UriInfo uri, PageLimit limit, String cursor) {
    }
}
