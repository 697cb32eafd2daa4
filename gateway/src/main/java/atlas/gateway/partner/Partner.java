package atlas.gateway.partner;

import java.time.Instant;
import java.util.Optional;
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

/** An organisation that holds keys, and what these allow at the most. */
@Entity
@Table(name = "partner")
public class Partner {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Review review;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> scopes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> states;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private Set<String> counties;

    @Column(name = "writes_per_minute")
    private Integer writesPerMinute;

    private String contact;

    private Instant created;

    private Instant closed;

    private int version;

    protected Partner() {
        // for Hibernate
    }

    public Partner(DescribePartner said, Instant created) {
        this.id = UUID.randomUUID();
        this.created = created;
        this.version = 1;
        take(said);
    }

    /** Takes over what is said now. */
    void describe(DescribePartner said) {
        take(said);
        version++;
    }

    /** Ends it for good: it stays listed, and its keys allow nothing from now on. */
    void close(Instant when) {
        closed = when;
        version++;
    }

    private void take(DescribePartner said) {
        Grant limits = said.limits();
        name = said.name();
        review = said.review();
        scopes = limits.scopes();
        states = limits.places().states();
        counties = limits.places().counties();
        writesPerMinute = said.writesPerMinute();
        contact = said.contact();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean isReviewed() {
        return review == Review.REVIEWED;
    }

    public boolean isClosed() {
        return closed != null;
    }

    /** How often it may write; empty when nobody counts. */
    public Optional<Integer> writesPerMinute() {
        return Optional.ofNullable(writesPerMinute);
    }

    /** What its keys may allow at the most. */
    public Grant limits() {
        return new Grant(scopes, new Places(states, counties));
    }

    int version() {
        return version;
    }

    PartnerView view() {
        GrantForm shown = GrantForm.of(limits());
        return new PartnerView(id, name, review, shown.scopes(), shown.states(), shown.counties(), writesPerMinute, contact,
                created, closed, version);
    }
}
