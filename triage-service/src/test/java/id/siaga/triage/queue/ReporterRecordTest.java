// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.queue;

import static id.siaga.triage.ReportFixture.aReport;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.sql.Sql;
import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ReporterRecordTest {

    @Inject
    QueuePlaces places;

    @Inject
    Sql sql;

    private final String party = "party-" + UUID.randomUUID().toString().substring(0, 8);
    private final CountDownLatch judged = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** A decision holds what it counts in until it commits, and that may take a while. */
    @Test
    void decisionsAboutWhatOnePartyReportedDoNotWaitForEachOther() throws Exception {
        // Given one that has not committed
        UUID first = aCase();
        UUID second = aCaseOfAnotherPart(first);
        try (ExecutorService rivals = Executors.newSingleThreadExecutor()) {
            Future<?> rival =
                    rivals.submit(() -> QuarkusTransaction.requiringNew().run(() -> judgeSlowly(first)));
            assertTrue(judged.await(1, TimeUnit.MINUTES));
            // When
            QuarkusTransaction.requiringNew().run(() -> {
                sql.update("set local lock_timeout = '10s'");
                places.judged(second, false);
            });
            over.countDown();
            rival.get(1, TimeUnit.MINUTES);
        } finally {
            over.countDown();
        }
        // Then
        assertEquals(
                List.of("1 1"),
                Desk.query("select sum(upheld) || ' ' || sum(dismissed) from reporter_tally where party = ?", party));
    }

    private void judgeSlowly(UUID caseId) {
        places.judged(caseId, true);
        judged.countDown();
        try {
            assertTrue(over.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a version before this one has counted counts on. */
    @Test
    void whatWasCountedBeforeIsAddedUp() {
        // Given
        Desk.query("insert into reporter_record (party, upheld, dismissed) values (?, 4, 0) returning party", party);
        Desk.anOrder(aReport().from(party));
        // Then
        assertEquals(
                List.of("20"),
                Desk.query(
                        "select one ->> 'points' from case_file c, jsonb_array_elements(c.points) one"
                                + " where c.id = ?::uuid and one ->> 'reason' = 'REPORTER_RECORD'",
                        aCase().toString()));
    }

    private UUID aCase() {
        return Desk.aCase(aReport().from(party));
    }

    private UUID aCaseOfAnotherPart(UUID than) {
        UUID id = aCase();
        while (QueuePlaces.part(id) == QueuePlaces.part(than)) {
            id = aCase();
        }
        return id;
    }
}
