package atlas.county.imports.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** A JSON array, one row an element. */
final class JsonRows implements Rows {

    @Override
    public void read(Path file, Taker taker) throws IOException {
        int row = 1;
        try (Reader text = StrictText.open(file); JsonParser parser = RowJson.FACTORY.createParser(text)) {
            requireArray(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                taker.take(RowJson.copy(parser));
                row++;
            }
            if (parser.nextToken() != null) {
                throw Unreadable.because("Something stands behind the end of the JSON array, on line "
                        + parser.currentTokenLocation().getLineNr() + ".");
            }
        } catch (JsonEOFException e) {
            throw Unreadable.because("The JSON array ends in the middle, in or after row " + Math.max(row - 1, 1)
                    + ", line " + e.getLocation().getLineNr() + ": is the file whole?");
        } catch (RowJson.RowTooLongException e) {
            throw Unreadable.at(row, e.asConstraint());
        } catch (IOException e) {
            throw Unreadable.at(row, e);
        }
    }

    private static void requireArray(JsonParser parser) throws IOException {
        JsonToken first;
        try {
            first = parser.nextToken();
        } catch (JsonParseException e) { // no JSON at all
            first = null;
        }
        if (first != JsonToken.START_ARRAY) {
            throw Unreadable.because("A JSON file must hold one array of records, and this one does not begin with [; send one"
                    + " record a line as application/x-ndjson, and CSV as text/csv.");
        }
    }
}
