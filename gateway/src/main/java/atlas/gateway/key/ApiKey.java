package atlas.gateway.key;

import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A key that was given out: who holds it and what it allows. Its secret is not here. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    @Id
    private String id;

    @Column(name = "secret_sha256")
    private byte[] secretSha256;

    private String organisation;

    private String role;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> scopes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> states;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> counties;

    private Instant created;

    private Instant expires;

    private Instant revoked;

    protected ApiKey() {
        // for Hibernate
    }

    ApiKey(KeyText text, Grant grant, Instant created) {
        this.id = text.id();
        this.secretSha256 = text.secretHash();
        this.organisation = grant.organisation();
        this.role = grant.role();
        this.scopes = grant.scopes();
        this.states = grant.states();
        this.counties = Set.of();
        this.created = created;
    }

    /** Ends the key's life for good. */
    void revoke(Instant when) {
        if (revoked == null) {
            revoked = when;
        }
    }

    KnownKey known() {
        return new KnownKey(new Caller(id, organisation, scopes, states, counties), secretSha256.clone(), expires, revoked);
    }
}
