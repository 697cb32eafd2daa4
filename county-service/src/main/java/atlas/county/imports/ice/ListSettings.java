package atlas.county.imports.ice;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.county.imports.ImportsConfig;
import atlas.service.time.Today;

/** When a list is looked at, and when it has lost too much to be believed. */
@ApplicationScoped
class ListSettings {

    private final ImportsConfig config;
    private final Today today;

    ListSettings(ImportsConfig config, Today today) {
        this.config = config;
        this.today = today;
    }

    boolean isSuspicious(long lost, long of) {
        return lost > of * config.suspiciousLoss();
    }

    Instant now() {
        return today.now();
    }
}
