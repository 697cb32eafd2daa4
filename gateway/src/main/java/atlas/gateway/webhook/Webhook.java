package atlas.gateway.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import atlas.gateway.feed.FeedFilter;

/** An address of a partner that events are sent to. Its secrets are here as {@code SecretBox} sealed them. */
@Entity
@Table(name = "webhook")
public class Webhook {

    private static final byte[] NONE = {};

    @Id
    private UUID id;

    private UUID partner;

    private String url;

    private String description;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> states;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> counties;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> factors;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> types;

    private byte[] secret;

    @Column(name = "old_secret")
    private byte[] oldSecret;

    @Column(name = "old_secret_until")
    private Instant oldSecretUntil;

    @Enumerated(EnumType.STRING)
    private WebhookStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "disabled_reason")
    private DisabledReason disabledReason;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    // written beside this entity by who sends
    @Column(name = "failing_since", updatable = false)
    private Instant failingSince;

    private Instant created;

    private int version;

    protected Webhook() {
        // for Hibernate
    }

    Webhook(UUID id, UUID partner, Terms terms, byte[] secret, Instant created) {
        this.id = id;
        this.partner = partner;
        this.secret = secret;
        this.created = created;
        this.status = WebhookStatus.ACTIVE;
        this.version = 1;
        take(terms, created);
    }

    /** Where it leads, what it is for, which events it wants, and whether it is on. */
    record Terms(String url, String description, FeedFilter filter, boolean active) {
    }

    void describe(Terms terms, Instant now) {
        take(terms, now);
        version++;
    }

    /** Signs with another secret from now on; with the old one too until an instant, which may be now. */
    void rotate(byte[] next, Instant oldUntil, Instant now) {
        boolean both = oldUntil.isAfter(now);
        oldSecret = both ? secret : null;
        oldSecretUntil = both ? oldUntil : null;
        secret = next;
        version++;
    }

    boolean signsTwice(Instant now) {
        return oldSecretUntil != null && oldSecretUntil.isAfter(now);
    }

    void disable(DisabledReason reason, Instant now) {
        switchOff(reason, now);
        version++;
    }

    /** Ends it for good: nothing is shown of it, and nothing could be signed any more. */
    void delete(Instant now) {
        status = WebhookStatus.DELETED;
        disabledAt = now;
        secret = NONE;
        oldSecret = null;
        oldSecretUntil = null;
        version++;
    }

    private void take(Terms terms, Instant now) {
        url = terms.url();
        description = terms.description();
        states = terms.filter().states();
        counties = terms.filter().counties();
        factors = terms.filter().factors();
        types = terms.filter().types();
        if (terms.active()) {
            status = WebhookStatus.ACTIVE;
            disabledReason = null;
            disabledAt = null;
        } else if (isActive()) {
            switchOff(DisabledReason.OWNER, now);
        }
    }

    private void switchOff(DisabledReason reason, Instant now) {
        status = WebhookStatus.DISABLED;
        disabledReason = reason;
        disabledAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID partner() {
        return partner;
    }

    public boolean isActive() {
        return status == WebhookStatus.ACTIVE;
    }

    boolean isDeleted() {
        return status == WebhookStatus.DELETED;
    }

    Instant created() {
        return created;
    }

    int version() {
        return version;
    }

    WebhookView view(Instant now) {
        return new WebhookView(id, partner, url, description,
                EventFilter.of(new FeedFilter(states, counties, factors, types, null)), status, disabledReason, disabledAt,
                failingSince, signsTwice(now) ? oldSecretUntil : null, created, version);
    }
}
