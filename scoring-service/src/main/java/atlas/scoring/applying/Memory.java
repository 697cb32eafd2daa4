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
 * Brings memory up to what the database holds: all of it at the start, later what another replica has applied since. What is
 * rebuilt is shown when it is complete.
 */
@ApplicationScoped
class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final int PATIENCE_SECONDS = 300;

    private final CurrentNation current;
    private final FactStore store;
    private final Replay replay;
    private long readUntil;
    private int rebuilds = -1;

    Memory(CurrentNation current, FactStore store, Replay replay) {
        this.current = current;
        this.store = store;
        this.replay = replay;
    }

    synchronized void refresh() {
        long start = System.nanoTime();
        Replay.Standing standing = replay.standing();
        if (standing.rebuilds() != rebuilds) {
            rebuilds = standing.rebuilds();
            readUntil = 0;
            current.beginAnew(rebuilds);
        }
        NationDraft draft = new NationDraft(current.latest());
        long last = QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS)
                .call(() -> store.readBehind(readUntil, fact -> add(draft, fact)));
        if (last > readUntil) {
            Nation nation = draft.finish();
            nation.counties().forEach(County::timeline); // computed here rather than by the first reader
            current.publish(nation);
            LOG.infof("read facts %d to %d in %d ms", readUntil + 1, last, (System.nanoTime() - start) / 1_000_000);
            readUntil = last;
        }
        if (standing.isOver()) {
            current.show();
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
