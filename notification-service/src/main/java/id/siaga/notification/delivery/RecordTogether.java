// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Lets outcomes that come while others are being recorded share the next transaction, which waits a moment for more of them
 * where there are many. Whatever is
 * wrong with one of them, or in the way of it, each is then recorded alone, on the thread of its own attempt.
 */
@ApplicationScoped
public class RecordTogether {

    private static final Logger LOG = Logger.getLogger(RecordTogether.class);

    /** More do not become cheaper, and hold their locks longer. */
    private static final int MOST = 128;

    private record Waiting(Attempted attempt, CompletableFuture<Boolean> recorded) {}

    private final RecordOutcome outcomes;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Company company = new Company(MOST);
    private final ExecutorService transactions = Executors.newSingleThreadExecutor(RecordTogether::thread);

    RecordTogether(RecordOutcome outcomes) {
        this.outcomes = outcomes;
    }

    /** Whose attempt it is that starts the thread is nothing to its log; so it has no class loader of anybody either. */
    static Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform()
                .name("outcomes")
                .inheritInheritableThreadLocals(false)
                .unstarted(work);
        thread.setContextClassLoader(RecordTogether.class.getClassLoader());
        return thread;
    }

    /** Returns when it is recorded. */
    public void record(ClaimedDelivery delivery, DeliveryOutcome outcome) throws InterruptedException {
        Waiting mine = new Waiting(new Attempted(delivery, outcome), new CompletableFuture<>());
        queue.add(mine);
        company.joined();
        // As many calls as outcomes: whoever comes late finds that an earlier one has taken all there was.
        transactions.execute(this::takeWaiting);
        if (!isRecorded(mine)) {
            outcomes.record(delivery, outcome);
        }
    }

    private static boolean isRecorded(Waiting waiting) throws InterruptedException {
        try {
            return waiting.recorded().get();
        } catch (ExecutionException neverThrown) {
            throw new IllegalStateException(neverThrown);
        }
    }

    private void takeWaiting() {
        if (queue.isEmpty()) {
            return;
        }
        company.await(queue.size());
        List<Waiting> group = new ArrayList<>();
        for (Waiting one = queue.poll(); one != null; one = group.size() < MOST ? queue.poll() : null) {
            group.add(one);
        }
        company.left(group.size());
        take(group);
    }

    private void take(List<Waiting> group) {
        Set<UUID> recorded = Set.of();
        try {
            recorded =
                    outcomes.recordTogether(group.stream().map(Waiting::attempt).toList());
        } catch (RuntimeException fault) {
            LOG.infof("%d outcomes are not recorded together: %s", group.size(), fault);
        } finally {
            for (Waiting one : group) {
                one.recorded()
                        .complete(recorded.contains(one.attempt().delivery().lease()));
            }
        }
    }

    @PreDestroy
    void close() {
        transactions.shutdown();
    }
}
