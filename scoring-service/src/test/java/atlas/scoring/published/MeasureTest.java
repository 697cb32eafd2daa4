package atlas.scoring.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;

import atlas.events.EventJson;
import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.NationDraft;
import atlas.scoring.state.ForeignBornCensus;

/**
 * Five counties: two protect holds from 2018 (one on a contract that ended then), one has a contract, one an unprotective
 * policy, and of one nothing is known.
 */
class MeasureTest {

    private static final Nation NATION = nation();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "'PROTECTED','factor':'LIMITS_ICE_HOLDS' | 2 | 4",
            "'NOT_PROTECTED','factor':'LIMITS_ICE_HOLDS' | 2 | 4",
            "'NOT_PROTECTED','factor':'NO_287G','basis':'CONTRACT' | 1 | 4",
            "'NOT_PROTECTED','factor':'NO_287G','basis':'ASSUMED' | 0 | 4",
            "'SCORE','score':3 | 2 | 4", "'SCORE','score':7 | 0 | 4", "'SCORE_RANGE','lowest':1,'highest':2 | 2 | 4",
            "'ANALYZED' | 4 | 5", "'NO_INFORMATION' | 1 | 5", "'COUNTIES' | 5 | ", "'FACTORS' | 7 | ",
            "'INCREASED','since':'2016-12-31' | 2 | 4", "'CHANGED','since':'2016-12-31' | 3 | 4",
            "'CHANGED','since':'2018-06-01' | 0 | 4",
            "'CONTRACT_ENDINGS','factor':'NO_287G','since':'2017-01-01' | 1 | ",
            "'CONTRACT_ENDINGS','factor':'NO_287G','since':'2018-01-02' | 0 | ",
            "'CONTRACT_ENDINGS','factor':'NO_DETENTION_CONTRACT','since':'2017-01-01' | 0 | ",
            "'STATES_WITH_LAW','laws':{'directions':['SANCTUARY']} | 1 | 50",
            "'STATES_WITH_LAW','laws':{'directions':['SANCTUARY','MANDATE']} | 2 | 50",
            "'STATES_WITH_LAW','laws':{'directions':['MANDATE'],'binds':['STATE_AGENCIES']} | 0 | 50",
            "'STATES_WITH_LAW','laws':{'instruments':['COURT_RULE']} | 1 | 50",
            "'STATES_WITH_LAW','laws':{'topics':['PROBATION']} | 0 | 50",
            "'STATES_ENACTING','since':'2017-01-01','laws':{'directions':['SANCTUARY']} | 2 | 50",
            "'STATES_ENACTING','since':'2018-06-02','laws':{'directions':['SANCTUARY']} | 1 | 50" }, quoteCharacter = '"')
    void counts(String kind, long part, Long whole) throws JsonProcessingException {
        assertEquals(new Measured(part, whole), measure(kind).in(on("2019-09-30")));
    }

    @Test
    void countsWhatWasKnownThen() throws JsonProcessingException {
        Snapshot before = new Snapshot(NATION, new Moment(LocalDate.parse("2019-09-30"),
                Given.law().recordedAt().minusSeconds(1), GivenRubrics.ILRC), new ForeignBornCensus());

        assertEquals(Measured.partOf(0, 5), measure("'ANALYZED'").in(before));
        assertEquals(Measured.alone(0),
                measure("'CONTRACT_ENDINGS','factor':'NO_287G','since':'2017-01-01'").in(before));
        assertEquals(Measured.partOf(0, 50), measure("'STATES_WITH_LAW','laws':{'directions':['SANCTUARY']}").in(before));
    }

    @Test
    void isSaidInTheUnitOfTheFigure() {
        assertEquals(new BigDecimal("475"), Measured.partOf(475, 2_960).in("counties"));
        assertEquals(new BigDecimal("16"), Measured.partOf(475, 2_960).in("percent"));
        assertEquals(new BigDecimal("22.4"), Measured.partOf(662, 2_960).in("percent"));
        assertEquals(new BigDecimal("2.13"), Measured.partOf(2_019, 949).in("ratio"));
        assertNull(Measured.alone(5).in("percent"));
        assertNull(Measured.partOf(0, 0).in("percent"));
        assertNull(Measured.partOf(5, 0).in("ratio"));
    }

    private static Measure measure(String kind) throws JsonProcessingException {
        return EventJson.mapper().readValue(("{'kind':" + kind + "}").replace('\'', '"'), Measure.class);
    }

    private static Snapshot on(String day) {
        return new Snapshot(NATION, new Moment(LocalDate.parse(day), null, GivenRubrics.ILRC), new ForeignBornCensus());
    }

    private static Nation nation() {
        NationDraft draft = new NationDraft(Nation.empty(GivenRubrics.ILRC));
        for (String fips : new String[] { "24001", "24003", "24005", "24009", "24011" }) {
            draft.register(Given.county(fips, "MD", "County " + fips).asCounty());
        }
        draft.add(policy("24001", "LIMITS_ICE_HOLDS", "PROTECTIVE").from("2018-01-01").asPolicy());
        draft.add(policy("24003", "LIMITS_ICE_HOLDS", "PROTECTIVE").from("2018-01-01").asPolicy());
        draft.add(policy("24003", "NO_287G", "ENTANGLED").from("2017-01-01").to("2018-01-01").asPolicy());
        draft.add(policy("24005", "NO_287G", "ENTANGLED").from("2018-01-01").asPolicy());
        draft.add(policy("24009", "LIMITS_ICE_HOLDS", "NO_POLICY").asPolicy());
        draft.add(law("NJ", "SANCTUARY").with("enacted", "2018-06-01").from("2018-06-01").asLaw());
        draft.add(law("NY", "SANCTUARY").with("enacted", "2019-09-30").from("2020-01-01").asLaw());
        draft.add(law("DC", "SANCTUARY").with("enacted", "2018-06-01").from("2018-06-01").asLaw());
        draft.add(law("TX", "MANDATE").from("2017-09-01").asLaw());
        draft.add(law("OR", "OTHER").with("instrument", "COURT_RULE").asLaw());
        draft.add(law("IA", "MANDATE").from("2018-07-01").court("2019-01-01", "STRUCK_DOWN").asLaw());
        return draft.finish();
    }

    private static Given policy(String county, String factor, String stance) {
        return Given.policy(UUID.randomUUID()).with("county", county).with("factor", factor).with("stance", stance);
    }

    private static Given law(String state, String direction) {
        return Given.law().with("state", state).with("direction", direction);
    }
}
