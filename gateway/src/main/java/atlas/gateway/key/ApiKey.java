package atlas.gateway.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import atlas.gateway.partner.Grant;
import atlas.gateway.partner.GrantForm;
import atlas.gateway.partner.Partner;
import atlas.gateway.partner.Places;

/** A key that was given to a partner, and what it allows. Its secret is not here. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    @Id
    private String id;

    @Column(name = "secret_sha256")
    private byte[] secretSha256;

    private UUID partner;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> scopes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> states;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> counties;

    private Instant created;

    private Instant expires;

    private Instant revoked;

    // written beside this entity, which could have read it before
    @Column(name = "last_used", updatable = false)
    private Instant lastUsed;

    private String line;

    private int version;

    protected ApiKey() {
        // for Hibernate
    }

    ApiKey(KeyText text, UUID partner, Terms terms, Instant created) {
        this.id = text.id();
        this.secretSha256 = text.secretHash();
        this.partner = partner;
        this.line = id;
        this.created = created;
        this.version = 1;
        take(terms);
    }

    /** What a key is called, what it allows and until when (null: for good). */
    record Terms(String name, Grant grant, Instant expires) {
    }

    /** A second key that allows the same. */
    ApiKey successor(KeyText text, Instant created, Instant expires) {
        ApiKey next = new ApiKey(text, partner, new Terms(name, grant(), expires), created);
        next.line = line;
        return next;
    }

    void change(Terms terms) {
        take(terms);
        version++;
    }

    /** Lets it live on for a while at the most. */
    void expireBy(Instant end) {
        if (expires == null || expires.isAfter(end)) {
            expires = end;
            version++;
        }
    }

    /** Ends the key's life for good. */
    void revoke(Instant when) {
        if (revoked == null) {
            revoked = when;
            version++;
        }
    }

    private void take(Terms terms) {
        name = terms.name();
        scopes = terms.grant().scopes();
        states = terms.grant().places().states();
        counties = terms.grant().places().counties();
        expires = terms.expires();
    }

    String id() {
        return id;
    }

    /** As the audit names it. */
    UUID subject() {
        return UUID.nameUUIDFromBytes(("key " + id).getBytes(StandardCharsets.US_ASCII));
    }

    UUID partner() {
        return partner;
    }

    String line() {
        return line;
    }

    Instant created() {
        return created;
    }

    int version() {
        return version;
    }

    /** How long it was meant to live; null when for good. */
    Duration life() {
        return expires == null ? null : Duration.between(created, expires);
    }

    KeyStatus status(Instant now) {
        if (revoked != null) {
            return KeyStatus.REVOKED;
        }
        return expires == null || now.isBefore(expires) ? KeyStatus.ACTIVE : KeyStatus.EXPIRED;
    }

    /** What a request with it may do: its own grant, as far as the partner's limits go. */
    KnownKey known(Partner holder) {
        Caller caller = new Caller(id, Caller.Holder.of(holder), grant().and(holder.limits()));
        return new KnownKey(caller, secretSha256.clone(), expires, revoked != null || holder.isClosed());
    }

    KeyView view(Instant now) {
        GrantForm shown = GrantForm.of(grant());
        return new KeyView(id, partner, name, shown.scopes(), shown.states(), shown.counties(), status(now), created, expires,
                revoked, lastUsed, line, version);
    }

    private Grant grant() {
        return new Grant(scopes, new Places(states, counties));
    }
}
