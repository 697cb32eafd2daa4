package atlas.county.imports;

import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import atlas.service.security.Jurisdiction;
import atlas.service.write.Author;

/** Who sent a file, with the rights that it came with: they hold until all of it is taken. */
@Embeddable
class Sender {

    @Column(name = "key_id")
    private String keyId;
    private String owner;
    private String organisation;
    private String[] states;
    private String[] counties;
    private boolean reviewed;
    @Column(name = "request_id")
    private String requestId;

    protected Sender() {
        // for Hibernate
    }

    static Sender of(Author author, boolean reviewed) {
        Sender sender = new Sender();
        sender.keyId = author.keyId();
        sender.owner = author.owner();
        sender.organisation = author.organisation();
        sender.states = author.jurisdiction().states().stream().sorted().toArray(String[]::new);
        sender.counties = author.jurisdiction().counties().stream().sorted().toArray(String[]::new);
        sender.reviewed = reviewed;
        sender.requestId = author.requestId();
        return sender;
    }

    /** Who writes the rows of an import. */
    Author author(UUID importId) {
        return new Author(keyId, owner, organisation, new Jurisdiction(Set.of(states), Set.of(counties)), requestId, null,
                importId);
    }

    String owner() {
        return owner;
    }

    String organisation() {
        return organisation;
    }

    boolean reviewed() {
        return reviewed;
    }
}
