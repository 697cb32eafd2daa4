package atlas.scoring.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {

    private static final String FILE = """
            { "source": { "title": "A report", "publisher": "P", "published": "2019-12-17", "dataAsOf": "2019-09", "countiesAnalyzed": 9 },
              "rubric": "ilrc-2019",
              "figures": [
                { "id": "table.one", "label": "One", "value": 1, "unit": "counties", "section": "S",
                  "measure": { "kind": "PROTECTED", "factor": "NO_287G" } },
                { "id": "table.two", "label": "Two", "value": 2, "unit": "percent", "section": "S",
                  "measure": { "kind": "NONE", "why": "so" } } ],
              "contradictions": [
                { "id": "all", "figures": ["table.*"], "note": "The table." },
                { "id": "second", "figures": ["table.two"], "note": "The second." } ] }""";

    @Test
    void readsFiguresWithTheirMeasures() throws IOException {
        Publication publication = read(FILE);

        assertEquals(List.of("table.one", "table.two"), publication.figures().stream().map(Figure::id).toList());
        assertEquals("of the counties analyzed, those that protect NO_287G on the day",
                publication.figures().get(0).measure().words());
        assertEquals(LocalDate.parse("2019-09-30"), publication.source().lastDayOfData());
    }

    @Test
    void aContradictionNamesFiguresOrAllOfATable() throws IOException {
        Publication publication = read(FILE);

        assertEquals(List.of("The table."), publication.notesOn(publication.figures().get(0)));
        assertEquals(List.of("The table.", "The second."), publication.notesOn(publication.figures().get(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "\"label\": \"One\" | \"label\": \"One\", \"colour\": \"red\"",
            "\"label\": \"One\" | \"label\": \"One\", \"label\": \"Uno\"",
            "\"label\": \"One\", | ",
            "\"id\": \"table.two\" | \"id\": \"table.one\"",
            "\"unit\": \"percent\" | \"unit\": \"pounds\"",
            "\"unit\": \"counties\" | \"unit\": \"counties\", \"table\": \"other\"",
            "\"measure\": { \"kind\": \"NONE\", \"why\": \"so\" } | \"note\": \"no measure\"",
            "\"kind\": \"PROTECTED\" | \"kind\": \"GUESSED\"",
            "\"factor\": \"NO_287G\" | \"factor\": \"NO_288G\"",
            ", \"factor\": \"NO_287G\" | ",
            "\"why\": \"so\" | \"why\": \"so\", \"factor\": \"NO_287G\"",
            "[\"table.two\"] | [\"table.three\"]",
            "\"countiesAnalyzed\": 9 | \"countiesAnalyzed\": null",
            "\"rubric\": \"ilrc-2019\", | " })
    void refusesAFileThatSaysTooMuchOrTooLittle(String text, String replacement) {
        assertTrue(FILE.contains(text), text);

        assertThrows(IOException.class, () -> read(FILE.replace(text, replacement == null ? "" : replacement)));
    }

    @Test
    void theShippedTablesAddUpAsTheirContradictionSays() {
        List<Figure> figures = ShippedReport.read().figures();

        assertEquals(new BigDecimal(7_144), figures.stream().filter(figure -> "policy-types".equals(figure.table()))
                .map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(new BigDecimal(7_133), figures.stream().filter(figure -> "score-distribution".equals(figure.table()))
                .map(figure -> figure.value().multiply(BigDecimal.valueOf(figure.score())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Publication read(String file) throws IOException {
        return Publication.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
