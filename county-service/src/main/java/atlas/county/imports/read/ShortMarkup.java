package atlas.county.imports.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** XML without endless tags, attributes and comments: a parser keeps each of them whole. */
final class ShortMarkup extends FilterInputStream {

    private static final int LONGEST = 65_536;

    private boolean inTag;
    private boolean inComment;
    private int length;
    private int last;
    private int lastButOne;

    ShortMarkup(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        for (int i = from; i < from + read; i++) {
            follow(bytes[i]);
        }
        return read;
    }

    /** A comment and its like may have any character in it, and end as it began. */
    private void follow(int next) throws ZipException {
        if (!inTag && next == '<') {
            inTag = true;
            length = 0;
        } else if (inTag) {
            length++;
            inComment |= length == 1 && (next == '!' || next == '?');
            if (next == '>' && (!inComment || last == '?' || last == '-' && lastButOne == '-'
                    || last == ']' && lastButOne == ']')) {
                inTag = false;
                inComment = false;
            }
        }
        if (inTag && length > LONGEST) {
            throw new ZipException("markup of more than " + LONGEST + " bytes");
        }
        lastButOne = last;
        last = next;
    }
}
