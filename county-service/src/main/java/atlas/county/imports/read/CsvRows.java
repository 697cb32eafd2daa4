package atlas.county.imports.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/** CSV (RFC 4180) with a header; lines end with LF, CR LF or CR. */
final class CsvRows implements Rows {

    private static final int MOST_CELLS = 200;
    private static final CsvFactory FACTORY = CsvFactory.builder().streamReadConstraints(RowJson.LIMITS)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    @Override
    public void read(Path file, Taker taker) throws IOException {
        int row = 0;
        int line = 1;
        try (Reader text = StrictText.open(file); CsvParser parser = FACTORY.createParser(text)) {
            parser.nextToken(); // the array of all lines
            CsvHeader header = header(parser);
            row = 1;
            line = lineAt(parser);
            for (List<String> cells = line(parser); cells != null; cells = line(parser)) {
                line = lineAt(parser);
                Map<String, String> said = header.row(cells);
                if (!said.isEmpty()) {
                    taker.take(RowJson.ofCells(said));
                    row++;
                }
            }
        } catch (RowJson.RowTooLongException e) {
            throw Unreadable.at(row, line, e.asConstraint());
        } catch (IOException e) {
            throw Unreadable.at(row, line, e);
        }
    }

    /** The line on which the next row begins. */
    private static int lineAt(CsvParser parser) {
        return parser.currentLocation().getLineNr();
    }

    private static CsvHeader header(CsvParser parser) throws IOException {
        List<String> cells = line(parser);
        while (cells != null && cells.stream().allMatch(String::isBlank)) {
            cells = line(parser);
        }
        if (cells == null) {
            throw Unreadable.because("The file is empty: a CSV file begins with a header.");
        }
        return new CsvHeader(cells);
    }

    private static List<String> line(CsvParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null || cells.size() == MOST_CELLS) {
                throw new StreamConstraintsException("a line has too many cells");
            }
            cells.add(parser.getText() == null ? "" : parser.getText());
        }
        return cells;
    }
}
