package atlas.county.imports;

import jakarta.enterprise.context.RequestScoped;

import atlas.service.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;

/** Whose imports a caller may see and steer. */
@RequestScoped
class ImportAccess {

    private final Caller caller;
    private final SecurityIdentity identity;

    ImportAccess(Caller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    /** Whose imports the caller may see; null stands for everybody's. */
    String owner() {
        return identity.hasRole("admin") || identity.hasRole("submissions:review") ? null : caller.owner();
    }
}
