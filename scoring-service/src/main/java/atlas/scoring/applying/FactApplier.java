package atlas.scoring.applying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.Event;
import atlas.events.consumer.EventHandler;
import atlas.events.outbox.Outbox.Keyed;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.scoring.nation.NationDraft;
import atlas.scoring.nation.Revision;
import atlas.service.time.Today;
import io.micrometer.core.annotation.Timed;

/**
 * Applies events as the leader: stores what they bring, makes the next nation and announces the scores that turned,
 * all in the transaction of the caller, and shows the next nation after the commit. Days that have come are turned
 * first, so that an event only ever tells of the difference that it made itself.
 */
@ApplicationScoped
class FactApplier implements EventHandler {

    private final CurrentNation current;
    private final FactStore store;
    private final Term terms;
    private final Announcer announcer;
    private final Today time;
    // Held from the start of a transaction until its outcome is shown: the next one builds on that.
    private final ReentrantLock oneByOne = new ReentrantLock();
    private volatile long term;
    private volatile LocalDate turnedDay = LocalDate.MAX;
    private Nation next;
    private LocalDate nextTurnedDay;

    FactApplier(CurrentNation current, FactStore store, Term terms, Announcer announcer, Today time) {
        this.current = current;
        this.store = store;
        this.terms = terms;
        this.announcer = announcer;
        this.time = time;
    }

    /** From now on applies in this term. */
    void lead(long newTerm) {
        term = newTerm;
        turnedDay = LocalDate.MIN;
    }

    /** Whether a day has come that is not turned yet; then an empty batch turns it. */
    boolean dayHasCome() {
        return time.today().isAfter(turnedDay);
    }

    @Override
    @Timed(value = "atlas.scoring.apply", description = "time to apply a batch of events, without the commit")
    public void apply(List<Event> batch) {
        oneByOne.lock();
        List<Keyed> news = new ArrayList<>();
        LocalDate today = turnDays(news);
        NationDraft draft = new NationDraft(current.get());
        Admission admission = new Admission(draft);
        Map<Event, List<Revision>> revisions = new IdentityHashMap<>();
        batch.forEach(event -> revisions.put(event, admission.admit(event)));
        Set<Event> fresh = store.add(batch);
        batch.stream().filter(fresh::contains)
                .forEach(event -> news.addAll(announcer.of(event, revisions.get(event), today)));
        if (!news.isEmpty()) {
            announcer.send(news);
            terms.scoresChanged(time.now());
        }
        next = draft.finish();
        nextTurnedDay = today;
    }

    /** Adds the turns of the days that have come, and says until when days are turned then. */
    private LocalDate turnDays(List<Keyed> news) {
        LocalDate turned = terms.confirm(term);
        LocalDate today = time.today();
        if (!today.isAfter(turned)) {
            return turned;
        }
        news.addAll(announcer.ofDaysTurned(current.get(), turned, today));
        terms.turned(today);
        return today;
    }

    @Override
    public void committed() {
        current.publish(next);
        turnedDay = nextTurnedDay;
        rolledBack();
    }

    @Override
    public void rolledBack() {
        next = null;
        if (oneByOne.isHeldByCurrentThread()) {
            oneByOne.unlock();
        }
    }
}
