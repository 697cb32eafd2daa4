package atlas.events.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Something that is done when a transaction is committed, and not when it is rolled back. */
public final class AfterCommit implements Synchronization {

    private final Runnable deed;

    private AfterCommit(Runnable deed) {
        this.deed = deed;
    }

    /** Has it done after the transaction of the caller. */
    public static void run(TransactionSynchronizationRegistry transactions, Runnable deed) {
        transactions.registerInterposedSynchronization(new AfterCommit(deed));
    }

    @Override
    public void beforeCompletion() {
        // nothing is known yet
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            deed.run();
        }
    }
}
