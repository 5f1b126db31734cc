// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Answer;
import id.siaga.web.CreatingRequest;
import id.siaga.web.Idempotency;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Lets reports that come while others are being stored share the next transaction: nobody waits for company, and nobody is
 * answered before the transaction has committed. Whatever is wrong with one of them, each is then taken alone.
 */
@ApplicationScoped
class SubmitTogether {

    private static final Logger LOG = Logger.getLogger(SubmitTogether.class);

    private record Waiting(
            CreatingRequest request, Sending sending, CompletableFuture<Optional<Supplier<Response>>> answer) {}

    private final Idempotency idempotency;
    private final SubmitReport submit;
    private final ReadReports read;
    private final int most;
    private final ExecutorService transactions;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    SubmitTogether(Idempotency idempotency, SubmitReport submit, ReadReports read, SharingLimits limits) {
        this.idempotency = idempotency;
        this.submit = submit;
        this.read = read;
        this.most = limits.reports();
        this.transactions = Executors.newFixedThreadPool(
                limits.transactions(), Thread.ofPlatform().name("reports-", 0).factory());
    }

    /** Stores the report of the current request, and answers it. */
    Response submit(Sender sender, ReportDraft draft) {
        Waiting mine = new Waiting(idempotency.creating(), Sending.of(sender, draft), new CompletableFuture<>());
        queue.add(mine);
        // As many calls as reports: whoever comes late finds that an earlier one has taken all there was.
        transactions.execute(this::takeWaiting);
        return mine.answer().join().map(Supplier::get).orElseGet(() -> alone(mine));
    }

    private void takeWaiting() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting one = queue.poll(); one != null; one = group.size() < most ? queue.poll() : null) {
            group.add(one);
        }
        if (!group.isEmpty()) {
            take(group);
        }
    }

    private void take(List<Waiting> group) {
        List<Optional<Supplier<Response>>> answers = Collections.nCopies(group.size(), Optional.empty());
        try {
            answers = idempotency.together(
                    group.stream().map(Waiting::request).toList(),
                    places -> answers(places.stream()
                            .map(place -> group.get(place).sending())
                            .toList()));
        } catch (RuntimeException fault) {
            LOG.infof("%d reports are not taken together: %s", group.size(), fault);
        } finally {
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        }
    }

    private Response alone(Waiting waiting) {
        return idempotency.once(
                waiting.request(), () -> answers(List.of(waiting.sending())).getFirst());
    }

    private List<Answer> answers(List<Sending> sendings) {
        return submit.submit(sendings).stream().map(this::answer).toList();
    }

    private Answer answer(Submitted submitted) {
        String location = "/v1/reports/" + submitted.reportId();
        Report stored = submitted.stored();
        return stored == null
                ? Answer.known(location, read.repeated(submitted))
                : Answer.created(location, ReportView.of(stored, submitted.repeats()));
    }

    @PreDestroy
    void close() {
        transactions.shutdown();
    }
}
