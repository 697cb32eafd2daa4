package atlas.scoring.applying;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import atlas.events.CountyRegistered;
import atlas.events.RecordedLaw;
import atlas.events.RecordedPolicy;
import atlas.scoring.nation.County;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.NationDraft;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Brings memory up to what the database holds: all of it at the start, later what another replica has applied since.
 */
@ApplicationScoped
class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final int PATIENCE_SECONDS = 300;

    private final CurrentNation current;
    private final FactStore store;
    private long readUntil;

    Memory(CurrentNation current, FactStore store) {
        this.current = current;
        this.store = store;
    }

    synchronized void refresh() {
        long start = System.nanoTime();
        NationDraft draft = new NationDraft(current.get());
        long last = QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS)
                .call(() -> store.readBehind(readUntil, fact -> add(draft, fact)));
        if (last > readUntil) {
            Nation nation = draft.finish();
            nation.counties().forEach(County::timeline); // computed here rather than by the first reader
            current.publish(nation);
            LOG.infof("read facts %d to %d in %d ms", readUntil + 1, last, (System.nanoTime() - start) / 1_000_000);
            readUntil = last;
        }
    }

    private static void add(NationDraft draft, Record fact) {
        if (fact instanceof CountyRegistered county) {
            draft.register(county);
        } else if (fact instanceof RecordedLaw law) {
            draft.add(law);
        } else {
            draft.add((RecordedPolicy) fact);
        }
    }
}
