package atlas.county.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text that must be UTF-8, and knows the line that is not; a byte order mark before it is taken off. */
final class StrictText extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 16_384;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer characters = CharBuffer.allocate(BUFFER).flip();
    private int line = 1;
    private boolean afterCr;
    private boolean ended;

    private StrictText(InputStream in) {
        this.in = in;
    }

    static Reader open(Path file) throws IOException {
        FileSigns.refuseBinary(file);
        StrictText text = new StrictText(Files.newInputStream(file));
        try {
            if (text.fill() && text.characters.get(text.characters.position()) == BYTE_ORDER_MARK) {
                text.characters.get();
            }
            return text;
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? characters.get() : -1;
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        if (!fill()) {
            return -1;
        }
        int read = Math.min(most, characters.remaining());
        characters.get(to, from, read);
        return read;
    }

    /** Has characters at hand; false at the end. */
    private boolean fill() throws IOException {
        while (!characters.hasRemaining() && !ended) {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            characters.clear();
            ended = read < 0;
            CoderResult result = decoder.decode(bytes, characters, ended);
            characters.flip();
            countLines();
            if (result.isError()) {
                throw Unreadable.because("The file is not in UTF-8: line " + line
                        + " has a character in another encoding. Save it as UTF-8 and send it again.");
            }
        }
        return characters.hasRemaining();
    }

    private void countLines() {
        for (int i = characters.position(); i < characters.limit(); i++) {
            char character = characters.get(i);
            if (character == '\r' || character == '\n' && !afterCr) {
                line++;
            }
            afterCr = character == '\r';
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
