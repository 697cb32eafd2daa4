package atlas.gateway.export.making;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.gateway.export.ExportedFile;

/** Files that are being written of the lines of a source. */
interface SetFile extends Closeable {

    void add(ObjectNode line) throws IOException;

    /** What was written; once, after the end. */
    List<ExportedFile> finished();
}
