package atlas.gateway.export.making;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import atlas.gateway.export.ExportedFile;

/** A file of the set that is being written, at the same time as it is and compressed. */
final class Output extends OutputStream {

    /** What a file is. */
    record Form(String name, String title, String format, String mediaType) {
    }

    private static final int BUFFER = 64 * 1024;

    private final Form form;
    private final HashedFile plain;
    private final HashedFile compressed;
    private final OutputStream compressing;

    Output(Path folder, Form form) throws IOException {
        this.form = form;
        this.plain = new HashedFile(folder.resolve(form.name()));
        this.compressed = new HashedFile(folder.resolve(form.name() + ".gz"));
        this.compressing = new GZIPOutputStream(compressed, BUFFER);
    }

    @Override
    public void write(int one) throws IOException {
        plain.write(one);
        compressing.write(one);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        plain.write(from, offset, length);
        compressing.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
        plain.close();
        compressing.close();
    }

    /** @param rows null when it holds no items */
    ExportedFile finished(Long rows) {
        return new ExportedFile(form.name(), form.title(), form.format(), form.mediaType(), plain.stored(),
                compressed.stored(), rows);
    }
}
