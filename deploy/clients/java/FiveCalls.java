import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.example.atlas.ApiClient;
import org.example.atlas.ApiException;
import org.example.atlas.ApiResponse;
import org.example.atlas.api.CountiesApi;
import org.example.atlas.api.CountiesApi.APIListCountiesRequest;
import org.example.atlas.api.PoliciesApi;
import org.example.atlas.api.StatisticsApi;
import org.example.atlas.model.County;
import org.example.atlas.model.CountyPage;
import org.example.atlas.model.Factor;
import org.example.atlas.model.PolicyInstrument;
import org.example.atlas.model.PolicyTypeCount;
import org.example.atlas.model.PolicyTypes;
import org.example.atlas.model.PolicyWithHistory;
import org.example.atlas.model.Problem;
import org.example.atlas.model.RecordPolicy;
import org.example.atlas.model.RecordedPolicy;
import org.example.atlas.model.Source;
import org.example.atlas.model.Stance;

/**
 * Five calls with the Java client that openapi-generator makes of the Atlas' document (generator java, library native).
 * Usage: java FiveCalls ADDRESS KEY
 */
public final class FiveCalls {

    private static final LocalDate DAY_OF_THE_REPORT = LocalDate.of(2019, 12, 17);
    private static final String COUNTY = "24047";

    private final ApiClient reader = new ApiClient();
    private final ApiClient writer = new ApiClient();

    private FiveCalls(String address, String key) {
        reader.updateBaseUri(address);
        writer.updateBaseUri(address);
        writer.setRequestInterceptor((HttpRequest.Builder request) -> request.header("Authorization", "Bearer " + key));
    }

    public static void main(String[] arguments) throws ApiException, IOException, InterruptedException {
        FiveCalls calls = new FiveCalls(arguments[0], arguments[1]);
        calls.listsCounties();
        calls.readsACounty();
        calls.readsAStatistic();
        calls.recordsAPolicy();
        calls.isRefused();
        calls.readsALaterVersion();
    }

    private void listsCounties() throws ApiException {
        CountiesApi counties = new CountiesApi(reader);
        List<County> found = new ArrayList<>();
        CountyPage page = null;
        do {
            page = counties.listCounties(APIListCountiesRequest.newBuilder().state(List.of("CO")).factor(Factor.LIMITS_ICE_HOLDS)
                    ._protected(true).asOf(DAY_OF_THE_REPORT).limit(40).cursor(page == null ? null : page.getNext()).build());
            found.addAll(page.getItems());
        } while (page.getNext() != null);
        check(found.size() == 64 && page.getTotal() == 64, "64 counties, not " + found.size() + " of " + page.getTotal());
        check(found.stream().allMatch(county -> county.getState().equals("CO")), "counties of Colorado alone");
        System.out.println("listCounties: " + found.size() + " counties of Colorado limit ICE holds");
    }

    private void readsACounty() throws ApiException {
        County county = county("24031", DAY_OF_THE_REPORT);
        check(county.getName().equals("Montgomery County"), county.getName());
        check(county.getScore().intValueExact() == 5, "a score of 5");
        check(county.getAsOf().equals(DAY_OF_THE_REPORT), "the day that was asked for");
        check(county.getKnownAt().getYear() >= 2019, "an instant");
        check(county.getFactors().size() == 7, "seven factors");
        check(county.getFactors().get(2).getBasis().toString().equals("COUNTY_POLICY"), "the county's own policy");
        check(county.getHasJail() == null, "nobody recorded a jail");
        System.out.println("getCounty: " + county.getName() + " scores " + county.getScore());
    }

    private void readsAStatistic() throws ApiException {
        PolicyTypes types = new StatisticsApi(reader)
                .getPolicyTypes(StatisticsApi.APIGetPolicyTypesRequest.newBuilder().asOf(DAY_OF_THE_REPORT).build());
        check(types.getCounties() == 3142, "all counties");
        check(types.getItems().size() == 7, "seven factors");
        PolicyTypeCount holds = types.getItems().stream()
                .filter(item -> item.getFactor().toString().equals("LIMITS_ICE_HOLDS")).findFirst().orElseThrow();
        check(holds.getProtected() > 300, "counties that limit ICE holds");
        System.out.println("getPolicyTypes: " + holds.getProtected() + " of " + types.getAnalyzed() + " counties limit ICE holds");
    }

    private void recordsAPolicy() throws ApiException, InterruptedException {
        PoliciesApi policies = new PoliciesApi(writer);
        RecordPolicy record = new RecordPolicy().factor(Factor.LIMITS_ICE_HOLDS).stance(Stance.PROTECTIVE)
                .instrument(PolicyInstrument.SHERIFF_POLICY).title("Recorded by the Java client").effectiveFrom("2021-03")
                .addSourcesItem(new Source().title("A source").retrievedOn(LocalDate.of(2021, 3, 9)));
        ApiResponse<RecordedPolicy> answer = policies.recordCountyPolicyWithHttpInfo(PoliciesApi.APIRecordCountyPolicyRequest
                .newBuilder().fips(COUNTY).recordPolicy(record).idempotencyKey("five-calls-java").build());
        check(answer.getStatusCode() == 201, "201, not " + answer.getStatusCode());
        UUID id = answer.getData().getId();
        PolicyWithHistory shown = policies.getPolicy(PoliciesApi.APIGetPolicyRequest.newBuilder().id(id).build());
        check(shown.getTitle().equals("Recorded by the Java client") && shown.getSupersededAt() == null, "the record as sent");
        for (int i = 0; i < 100 && !county(COUNTY, null).getFactors().get(2).getRecords().contains(id); i++) {
            Thread.sleep(100);
        }
        check(county(COUNTY, null).getFactors().get(2).getRecords().contains(id), "the county rests on the record");
        System.out.println("recordCountyPolicy: 201, and " + answer.getData().getCounty() + " rests on it");
    }

    private void isRefused() throws ApiException, IOException {
        RecordPolicy record = new RecordPolicy().stance(Stance.PROTECTIVE).instrument(PolicyInstrument.OTHER).title("Ends first")
                .factor(Factor.LIMITS_ICE_HOLDS).effectiveFrom("2021-03-09").effectiveTo("2021-03-08")
                .addSourcesItem(new Source().title("A source"));
        try {
            new PoliciesApi(writer).recordCountyPolicy(
                    PoliciesApi.APIRecordCountyPolicyRequest.newBuilder().fips(COUNTY).recordPolicy(record).build());
            throw new AssertionError("a record that ends before it begins was taken");
        } catch (ApiException refusal) {
            Problem problem = writer.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
            check(refusal.getCode() == 400 && problem.getStatus() == 400, "400, not " + refusal.getCode());
            check(problem.getType().toString().equals("/problems/invalid-input"), "the sort of problem");
            check(problem.getErrors().stream().anyMatch(error -> "/effectiveTo".equals(error.getPointer())), "the field is named");
            System.out.println("recordCountyPolicy: refused, " + problem.getDetail());
        }
    }

    /** What a later version of the Atlas may answer: values and fields that this client does not know yet. */
    private void readsALaterVersion() throws ApiException, IOException {
        String now = reader.getObjectMapper().writeValueAsString(county("24031", DAY_OF_THE_REPORT));
        String later = now.replace("COUNTY_POLICY", "TRIBAL_COMPACT").replace("LIMITS_ICE_HOLDS", "LIMITS_ICE_TRANSPORT")
                .replaceFirst("\\{", "{\"population\":1062061,");
        check(!later.equals(now), "something new");
        County county = reader.getObjectMapper().readValue(later, County.class);
        check(county.getName().equals("Montgomery County") && county.getFactors().size() == 7, "what is known can be read");
        System.out.println("getCounty of a later version: " + county.getFactors().get(2).getCode() + " rests on "
                + county.getFactors().get(2).getBasis());
    }

    private County county(String fips, LocalDate asOf) throws ApiException {
        return new CountiesApi(reader).getCounty(CountiesApi.APIGetCountyRequest.newBuilder().fips(fips).asOf(asOf).build());
    }

    private static void check(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("expected: " + Objects.requireNonNull(expected));
        }
    }
}
