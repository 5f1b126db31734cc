// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.awaitility.Awaitility.await;

import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Reports of something else, one as soon as the one before is in a case; behind what is urgent in the queue. */
final class ReportsComing implements AutoCloseable {

    private static final int SOME = 3;

    private final Api api;
    private final Thread reporter;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean over;

    private ReportsComing(Api api) {
        this.api = api;
        this.reporter = Thread.ofVirtual().unstarted(this::report);
    }

    static ReportsComing to(Api api) {
        ReportsComing coming = new ReportsComing(api);
        coming.reporter.start();
        return coming;
    }

    /** Returns when some more have come. */
    void awaitSome() {
        int before = taken.get();
        await().atMost(Duration.ofMinutes(1)).until(() -> taken.get() >= before + SOME);
    }

    private void report() {
        while (!over) {
            String id = api.send(
                            api.suite().identity("mafindo"),
                            ElectionDesk.post(Service.INTAKE, "/v1/reports", """
                    {"category": "fraud", "statementOfReasons": "It sells what it does not have.", "goodFaith": true,
                     "items": [{"url": "https://example.org/shop/%s"}]}""".formatted(UUID.randomUUID())))
                    .orThrow()
                    .path("id")
                    .asText();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> over || !status(id).equals("RECEIVED"));
            taken.incrementAndGet();
        }
    }

    private String status(String report) {
        return api.send(api.suite().identity("mafindo"), Call.get(Service.INTAKE, "/v1/reports/" + report))
                .orThrow()
                .path("status")
                .asText();
    }

    @Override
    public void close() {
        over = true;
        await().atMost(Duration.ofMinutes(1)).until(() -> !reporter.isAlive());
    }
}
