package atlas.service.security;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/** Who sent the request to the gateway, and what that key may write. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Names the key, never the secret. */
    public String keyId() {
        return token().getSubject();
    }

    public String organisation() {
        return token().getClaim(InternalToken.ORGANISATION);
    }

    /** The organisation's id; null when nobody in particular asks. */
    public String partner() {
        return token().getClaim(InternalToken.PARTNER);
    }

    /**
     * Whose the caller's submissions and imports are, whatever its name: the partner's, or the key's where it belongs to none.
     */
    public String owner() {
        return partner() == null ? keyId() : partner();
    }

    /** Whether what the organisation writes waits for a reviewer. */
    public boolean reviewed() {
        Object claim = token().getClaim(InternalToken.REVIEWED);
        return claim != null && claim.toString().equals("true");
    }

    /** Whether what the caller writes waits for a reviewer: an administrator's never does. */
    public boolean mustWait() {
        return reviewed() && !hasScope("admin");
    }

    public boolean hasScope(String scope) {
        return identity.hasRole(scope);
    }

    /** Where the key may write. */
    public Jurisdiction jurisdiction() {
        return new Jurisdiction(strings(InternalToken.STATES), strings(InternalToken.COUNTIES));
    }

    private Set<String> strings(String claim) {
        JsonArray array = token().getClaim(claim);
        return array == null ? Set.of()
                : array.getValuesAs(JsonString.class).stream().map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
