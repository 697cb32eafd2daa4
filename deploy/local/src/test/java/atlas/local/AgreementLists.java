package atlas.local;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as those in which ICE lists its agreements; each pair of an organisation of its own. */
final class AgreementLists {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADER = List.of("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE",
            "SIGNED");

    private final String address;
    private final Callers callers;
    private final Targets targets;

    AgreementLists(String address, Callers callers, Targets targets) {
        this.address = address;
        this.callers = callers;
        this.targets = targets;
    }

    /** The address of an import that waits to be confirmed, since its list lost most of the one before. */
    String waiting() {
        String partner = callers.partner(targets.title(), "TRUSTED", List.of("policies:write"), "");
        String key = callers.key(partner, "").get("key");
        targets.finished(send(key, "2025-06-10", "Calvert", "Cecil", "Charles"));
        String second = send(key, "2025-06-17", "Calvert");
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).untilAsserted(
                () -> callers.send("admin", Targets.read(second)).then().body("status", equalTo("AWAITING_CONFIRMATION")));
        return second;
    }

    private String send(String key, String date, String... counties) {
        return given().header("Authorization", "Bearer " + key).contentType(WORKBOOK).body(workbook(counties))
                .post(address + "/v1/imports?listed_on=" + date).then().statusCode(202).extract().header("Location");
    }

    private static byte[] workbook(String... counties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("List");
            row(sheet, 0, HEADER);
            for (int i = 0; i < counties.length; i++) {
                row(sheet, i + 1,
                        List.of("MARYLAND", counties[i] + " County Sheriff's Office", "County", counties[i] + " County",
                                "Task Force Model", "2025-02-01"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }
}
