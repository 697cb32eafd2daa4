package atlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A secret that a manifest names.
 *
 * @param key empty when all keys become files
 */
record SecretUse(Manifest by, String secret, String key) {

    static SecretUse of(Manifest by, JsonNode reference) {
        return new SecretUse(by, reference.path("name").asText(), reference.path("key").asText());
    }
}
