package atlas.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTableTest {

    @Test
    void showsEachProcessAndWhyOneIsNotReady() {
        ProcessReport kafka = new ProcessReport("kafka", 4242, 18101, 0, 150, "ready", "", 65, 1, "/data/log/kafka.log");
        ProcessReport county = new ProcessReport("county-service", 4343, 18081, 18091, 93, "not ready",
                "down: Database connections", 5, 0, "/data/log/county-service.log");
        ProcessReport gateway = new ProcessReport("gateway", 0, 8080, 18090, 0, "stopped", "process 4444 has ended", 0, 3,
                "/data/log/gateway.log");

        String text = new StatusTable(List.of(kafka, county, gateway)).text();

        assertEquals("""
                PROCESS                 PID   PORT   MGMT   MEMORY    UPTIME RESTARTS  HEALTH     LOG
                kafka                  4242  18101      -  150 MiB     1 min        1  ready      /data/log/kafka.log
                county-service         4343  18081  18091   93 MiB       5 s        0  not ready  /data/log/county-service.log
                gateway                   -   8080  18090    0 MiB       0 s        3  stopped    /data/log/gateway.log
                county-service: down: Database connections
                gateway: process 4444 has ended
                memory in all: 243 MiB""", text);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0 s", "59, 59 s", "60, 1 min", "3599, 59 min", "3600, 1 h 0 min", "90061, 25 h 1 min" })
    void saysTimesShortly(long seconds, String words) {
        assertEquals(words, StatusTable.uptime(seconds));
    }
}
