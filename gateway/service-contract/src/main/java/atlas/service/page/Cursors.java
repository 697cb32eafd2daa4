package atlas.service.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.service.problem.ProblemException;

/**
 * Makes and reads the cursors of lists. A cursor is opaque, and bound to the path and to all other parameters of the request
 * that it was
 * made for (the page size may change, and the form in which the page is shown): with others it is refused.
 */
@ApplicationScoped
public class Cursors {

    /** What selects no items. */
    private static final Set<String> FREE = Set.of("cursor", "limit", "format", "fields", "escape", "geometry");
    private static final int SEAL_BYTES = 12;
    private static final int LONGEST = 1_000;
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {
    };

    private final ObjectMapper json;
    private final SecretKeySpec secret;

    Cursors(ObjectMapper json, @ConfigProperty(name = "atlas.cursor.secret") String secret) {
        this.json = json;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** A cursor that goes on behind the position: the values of the sort keys of the last item shown. */
    public String next(UriInfo request, List<String> position) {
        try {
            byte[] content = json.writeValueAsBytes(position);
            byte[] seal = seal(request, content);
            byte[] whole = Arrays.copyOf(seal, SEAL_BYTES + content.length);
            System.arraycopy(content, 0, whole, SEAL_BYTES, content.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of strings cannot be written", e);
        }
    }

    /**
     * Cuts a page off what was found behind the request's cursor.
     *
     * @param found at least one item more than the page has, if there are as many
     * @param position of an item: the values of its sort keys
     */
    public <T> Cut<T> cut(UriInfo request, List<T> found, PageLimit limit, Function<T, List<String>> position) {
        boolean more = found.size() > limit.value();
        List<T> shown = more ? found.subList(0, limit.value()) : found;
        return new Cut<>(shown, more ? next(request, position.apply(shown.get(shown.size() - 1))) : null);
    }

    /** The position that a cursor stands for; empty when there is no cursor. */
    public List<String> position(UriInfo request, String cursor) {
        if (cursor == null) {
            return List.of();
        }
        try {
            byte[] whole = cursor.length() <= LONGEST ? Base64.getUrlDecoder().decode(cursor) : new byte[0];
            if (whole.length > SEAL_BYTES) {
                byte[] content = Arrays.copyOfRange(whole, SEAL_BYTES, whole.length);
                if (MessageDigest.isEqual(seal(request, content), Arrays.copyOf(whole, SEAL_BYTES))) {
                    return json.readValue(content, STRINGS);
                }
            }
        } catch (IllegalArgumentException | IOException e) {
            throw refusal();
        }
        throw refusal();
    }

    private byte[] seal(UriInfo request, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(request.getPath().getBytes(StandardCharsets.UTF_8));
            MultivaluedMap<String, String> parameters = request.getQueryParameters();
            new TreeMap<>(parameters).forEach((name, values) -> {
                if (!FREE.contains(name)) {
                    mac.update((name + "=" + values + ";").getBytes(StandardCharsets.UTF_8));
                }
            });
            mac.update(content);
            return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static ProblemException refusal() {
        return ProblemException.invalid("cursor",
                "not a cursor of this list with these filters: take \"next\" of a page as it is");
    }
}
