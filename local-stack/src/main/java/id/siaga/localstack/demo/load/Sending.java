// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.load.report.GeneratedReport;
import id.siaga.localstack.demo.load.report.ReportGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends generated reports. With a rate, each goes out when it is due, whatever became of those before: a suite that
 * falls behind is not spared. Without one, a fixed number of clients each send the next when the last is answered.
 */
final class Sending {
    private static final int CLIENTS = 16;

    private final Api api;
    private final Clock clock;
    private final Consumer<Sent> each;
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());

    /** {@code each} is told of every report at once, by whichever thread sent it. */
    Sending(Api api, Clock clock, Consumer<Sent> each) {
        this.api = api;
        this.clock = clock;
        this.each = each;
    }

    List<Sent> send(LoadPlan plan) throws InterruptedException {
        ReportGenerator generator = new ReportGenerator(plan.seed());
        Duration @Nullable [] arrivals = plan.arrivals();
        Semaphore clients = new Semaphore(CLIENTS);
        Instant start = clock.instant();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = 0; index < plan.reports(); index++) {
                GeneratedReport report = generator.report(index);
                if (arrivals != null) {
                    Instant due = start.plus(arrivals[index]);
                    sleepUntil(due);
                    senders.execute(() -> send(report, due));
                } else {
                    clients.acquire();
                    senders.execute(() -> {
                        try {
                            send(report, clock.instant());
                        } finally {
                            clients.release();
                        }
                    });
                }
            }
        }
        return List.copyOf(sent);
    }

    private void send(GeneratedReport report, Instant due) {
        Instant begun = clock.instant();
        Sent one;
        try {
            Answer answer = api.send(
                    api.suite().identity(report.reporter()),
                    Call.post(Service.INTAKE, "/v1/reports", report.body()).once(report.key()));
            one = Sent.of(report, answer, due, begun, clock.instant());
        } catch (Api.Unreachable e) {
            one = Sent.unanswered(report, String.valueOf(e.getMessage()), due, begun, clock.instant());
        }
        sent.add(one);
        each.accept(one);
    }

    private void sleepUntil(Instant due) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), due);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
