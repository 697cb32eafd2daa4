package atlas.gateway.webhook.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.standardwebhooks.Webhook;

class WebhookSecretTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final UUID WEBHOOK = UUID.fromString("0f9a6b1e-3c1d-4c55-8f0e-5a2f0a4d7b11");
    private static final String BODY = "{\"title\":\"Señal\"}";

    @Test
    void signsAsTheLibraryForReceiversDoes() throws Exception {
        WebhookSecret secret = WebhookSecret.random();
        String expected = new Webhook(secret.reveal()).sign("an-id", 1_767_225_600L, BODY);
        assertEquals(expected, secret.sign("an-id", 1_767_225_600L, BODY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isRandomAndOfThirtyTwoBytes() {
        WebhookSecret secret = WebhookSecret.random();
        assertNotEquals(secret.reveal(), WebhookSecret.random().reveal());
        assertEquals(32, Base64.getDecoder().decode(secret.reveal().substring("whsec_".length())).length);
        assertFalse(secret.toString().contains(secret.reveal()));
    }

    @Test
    void isReadAsItWasKeptWithAKeyAndWithout() {
        WebhookSecret secret = WebhookSecret.random();
        for (SecretBox box : new SecretBox[] { box(null), box(KEY) }) {
            assertEquals(secret.reveal(), box.open(box.seal(secret, WEBHOOK), WEBHOOK).orElseThrow().reveal());
        }
        assertEquals(secret.reveal(), box(KEY).open(box(null).seal(secret, WEBHOOK), WEBHOOK).orElseThrow().reveal());
    }

    @Test
    void isNotReadWithAnotherKeyOrForAnotherWebhookOrWhenItWasChanged() {
        byte[] sealed = box(KEY).seal(WebhookSecret.random(), WEBHOOK);
        assertTrue(box(null).open(sealed, WEBHOOK).isEmpty());
        assertTrue(box(Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(
                StandardCharsets.US_ASCII))).open(sealed, WEBHOOK).isEmpty());
        assertTrue(box(KEY).open(sealed, UUID.randomUUID()).isEmpty());
        sealed[20] ^= 1;
        assertTrue(box(KEY).open(sealed, WEBHOOK).isEmpty());
        assertTrue(box(KEY).open(new byte[0], WEBHOOK).isEmpty());
    }

    @Test
    void isSealedAnewWhenTheKeyChanges() {
        String next = Base64.getEncoder()
                .encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));
        SecretBox changing = new SecretBox(Optional.of(next), Optional.of(KEY));
        WebhookSecret secret = WebhookSecret.random();
        for (byte[] old : new byte[][] { box(KEY).seal(secret, WEBHOOK), box(null).seal(secret, WEBHOOK) }) {
            assertEquals(secret.reveal(), changing.open(old, WEBHOOK).orElseThrow().reveal());
            assertTrue(changing.isOld(old, WEBHOOK));

            byte[] resealed = changing.resealed(old, WEBHOOK);

            assertFalse(changing.isOld(resealed, WEBHOOK));
            assertEquals(secret.reveal(), box(next).open(resealed, WEBHOOK).orElseThrow().reveal());
        }
        byte[] ofNoneOfThem = box(KEY).seal(secret, UUID.randomUUID());
        assertFalse(changing.isOld(ofNoneOfThem, WEBHOOK));
        assertArrayEquals(ofNoneOfThem, changing.resealed(ofNoneOfThem, WEBHOOK));
    }

    @Test
    void refusesAKeyThatIsNone() {
        for (String key : new String[] { "short", Base64.getEncoder().encodeToString(new byte[16]), "" }) {
            assertTrue(assertThrows(IllegalStateException.class, () -> box(key)).getMessage()
                    .startsWith("ATLAS_WEBHOOK_SECRET_KEY is not a key"), key);
        }
    }

    private static SecretBox box(String key) {
        return new SecretBox(Optional.ofNullable(key));
    }
}
