package atlas.service.parked;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a parked message says, as a text that promises nothing: it was not understood. */
@Schema(name = "ParkedPayload", description = "The message as it was on the topic. It was not understood: it is shown as text, whatever is in it.", requiredProperties = {
        "encoding", "text", "bytes", "truncated" })
public record ParkedPayload(
        @Schema(enumeration = {
                ParkedPayload.UTF_8, ParkedPayload.BASE_64 }, description = "base64 where it is no UTF-8") String encoding,
        @Schema(description = "at most " + ParkedPayload.LONGEST + " characters") String text,
        @Schema(description = "how long the whole message is") int bytes,
        @Schema(description = "whether the text is only its beginning") boolean truncated){

    static final String UTF_8 = "utf-8";
    static final String BASE_64 = "base64";
    static final int LONGEST = 65_536;
    private static final int MOST_BYTES = LONGEST / 4 * 3;

    /** @param message null when it had no value */
    static ParkedPayload of(byte[] message) {
        if (message == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
            return new ParkedPayload(UTF_8, beginning(text), message.length, text.length() > LONGEST);
        } catch (CharacterCodingException e) {
            byte[] shown = Arrays.copyOf(message, Math.min(message.length, MOST_BYTES));
            return new ParkedPayload(BASE_64, Base64.getEncoder().encodeToString(shown), message.length,
                    shown.length < message.length);
        }
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean parts = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, parts ? LONGEST - 1 : LONGEST);
    }
}
