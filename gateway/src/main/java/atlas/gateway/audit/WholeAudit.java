package atlas.gateway.audit;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.merged.MergedLists;
import atlas.gateway.merged.MergedLists.Asked;
import atlas.gateway.merged.Part;
import atlas.gateway.merged.ServiceParts;
import atlas.gateway.merged.Slice;
import atlas.gateway.route.ServiceName;
import atlas.service.audit.AuditEntryView;
import atlas.service.audit.AuditLists;
import atlas.service.audit.AuditQuery;
import io.vertx.core.Future;

/** The audits of policies, of laws and of partners as one. */
@ApplicationScoped
class WholeAudit {

    private final MergedLists lists;
    private final ServiceParts services;
    private final AuditLists own;
    private final ObjectMapper json;

    WholeAudit(MergedLists lists, ServiceParts services, AuditLists own, ObjectMapper json) {
        this.lists = lists;
        this.services = services;
        this.own = own;
        this.json = json;
    }

    AuditPage page(AuditQuery query, AuditArea of, UriInfo uri) {
        List<Part> parts = new ArrayList<>();
        add(parts, AuditArea.POLICIES, of, services.of(ServiceName.COUNTY, "/v1/audit/policies", uri, "of"));
        add(parts, AuditArea.LAWS, of, services.of(ServiceName.STATE_LAW, "/v1/audit/laws", uri, "of"));
        add(parts, AuditArea.PARTNERS, of, (place, most) -> ofPartners(query, place, most));
        return AuditPage.of(lists.page(new Asked(uri, query.limit(), query.cursor()), parts, new NewestFirst()));
    }

    private void add(List<Part> parts, String area, AuditArea wanted, Part part) {
        if (wanted == null || wanted.value().equals(area)) {
            parts.add((place, most) -> part.behind(place, most).map(slice -> slice.each(entry -> named(area, entry))));
        }
    }

    private ObjectNode named(String area, ObjectNode entry) {
        return json.createObjectNode().put("of", area).setAll(entry);
    }

    private Future<Slice> ofPartners(AuditQuery query, String place, int most) {
        List<AuditEntryView> found = own.behind(query, place, most + 1);
        List<ObjectNode> shown = found.stream().limit(most).map(entry -> json.<ObjectNode> valueToTree(entry)).toList();
        return Future.succeededFuture(new Slice(shown, own.total(query), found.size() > most));
    }
}
