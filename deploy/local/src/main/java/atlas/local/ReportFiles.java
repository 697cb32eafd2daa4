package atlas.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The data files with what the report states: laws first, so that a policy meets the law it stands under. */
record ReportFiles(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All requests, in the order of their sending. */
    List<ReportRequest> requests() {
        List<ReportRequest> requests = new ArrayList<>(read("laws.json", ReportRequest::law));
        requests.addAll(read("policies.json", ReportRequest::policy));
        Set<String> seen = new HashSet<>();
        for (ReportRequest request : requests) {
            if (!seen.add(request.ref())) {
                throw new CannotStartException("the data files use the ref " + request.ref() + " twice");
            }
        }
        return requests;
    }

    private List<ReportRequest> read(String name, Function<JsonNode, ReportRequest> reading) {
        Path file = folder.resolve(name);
        try {
            List<ReportRequest> requests = new ArrayList<>();
            JSON.readTree(Files.readString(file)).forEach(item -> requests.add(reading.apply(item)));
            return requests;
        } catch (IOException e) {
            throw new CannotStartException("cannot read the report's data in " + file + ": " + Failures.inWords(e), e);
        }
    }
}
