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
class FactApplier {

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
    private Set<Event> news = Set.of();

    FactApplier(CurrentNation current, FactStore store, Term terms, Announcer announcer, Today time) {
        this.current = current;
        this.store = store;
        this.terms = terms;
        this.announcer = announcer;
        this.time = time;
    }

    /** Begins a term, as the leader: from now on applies in it. */
    void lead() {
        lead(terms.begin());
    }

    void lead(long newTerm) {
        term = newTerm;
        turnedDay = LocalDate.MIN;
    }

    /** Whether somebody has begun a term after ours: then we can apply nothing more. */
    boolean isReplaced() {
        return terms.isOver(term);
    }

    /** Takes the term for the transaction of the caller. */
    void confirmLead() {
        terms.confirm(term);
    }

    /** Whether a day has come that is not turned yet; then an empty batch turns it. */
    boolean dayHasCome() {
        return time.today().isAfter(turnedDay);
    }

    @Timed(value = "atlas.scoring.apply", description = "time to apply a batch of events, without the commit")
    void apply(List<Event> batch) {
        oneByOne.lock();
        Term.Confirmed held = terms.confirm(term);
        List<Keyed> told = new ArrayList<>();
        LocalDate today = held.silent() ? held.turnedDay() : turnDays(held.turnedDay(), told);
        NationDraft draft = new NationDraft(current.latest());
        Admission admission = new Admission(draft);
        Map<Event, List<Revision>> revisions = new IdentityHashMap<>();
        batch.forEach(event -> revisions.put(event, admission.admit(event)));
        Set<Event> fresh = store.add(batch);
        if (!held.silent()) {
            batch.stream().filter(fresh::contains)
                    .forEach(event -> told.addAll(announcer.of(event, revisions.get(event), today)));
        }
        send(told);
        next = draft.finish();
        nextTurnedDay = today;
        news = held.silent() ? Set.of() : fresh;
    }

    private void send(List<Keyed> news) {
        if (!news.isEmpty()) {
            announcer.send(news);
            terms.scoresChanged(news.get(news.size() - 1).event().time());
        }
    }

    /**
     * Ends a rebuild, in the transaction of the caller, when all of the past is applied: what was lost before it was told is
     * told now. Days turn from where they had come before.
     *
     * @param told what was ever told of scores
     * @return how much was lost
     */
    int endReplay(PublishedScores.Told told) {
        oneByOne.lock();
        Term.Confirmed held = terms.confirm(term);
        next = current.latest();
        nextTurnedDay = held.turnedDay();
        if (!held.silent()) {
            return 0; // it was ended, and the answer was lost
        }
        if (told.newest() != null) {
            terms.scoresChanged(told.newest());
        }
        List<Keyed> missed = announcer.ofWhatWasMissed(next, told, held.turnedDay());
        send(missed);
        terms.endReplay();
        return missed.size();
    }

    /** Adds the turns of the days that have come, and says until when days are turned then. */
    private LocalDate turnDays(LocalDate turned, List<Keyed> news) {
        LocalDate today = time.today();
        if (!today.isAfter(turned)) {
            return turned;
        }
        news.addAll(announcer.ofDaysTurned(current.latest(), turned, today));
        terms.turned(today);
        return today;
    }

    void committed() {
        current.publish(next);
        turnedDay = nextTurnedDay;
        announcer.shown(news, time.now());
        rolledBack();
    }

    void rolledBack() {
        next = null;
        news = Set.of();
        if (oneByOne.isHeldByCurrentThread()) {
            oneByOne.unlock();
        }
    }
}
