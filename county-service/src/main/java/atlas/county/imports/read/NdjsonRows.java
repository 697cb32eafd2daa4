package atlas.county.imports.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;

/** One JSON value a line. A line that is none is a bad row, unless the file begins with it. */
final class NdjsonRows implements Rows {

    @Override
    public void read(Path file, Taker taker) throws IOException {
        int row = 1;
        try (Reader text = StrictText.open(file)) {
            Lines lines = new Lines(text, RowJson.LONGEST_ROW);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (row == 1 && line.stripLeading().startsWith("[")) {
                    throw Unreadable
                            .because("The file begins with a JSON array: send it as application/json; an NDJSON file has"
                                    + " one record a line.");
                }
                taker.take(row(line, row));
                row++;
            }
        } catch (IOException e) {
            throw Unreadable.at(row, e);
        }
    }

    private static String row(String line, int number) throws IOException {
        try (JsonParser parser = RowJson.FACTORY.createParser(line)) {
            parser.nextToken();
            String value = RowJson.copy(parser);
            if (parser.nextToken() == null) {
                return value;
            }
        } catch (JsonProcessingException e) {
            if (number == 1) {
                throw Unreadable.because("The first line is not JSON: an NDJSON file has one record a line.");
            }
        }
        return RowJson.ofText(line);
    }
}
