// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import id.siaga.localstack.Endpoints;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** The moments at which to kill, and what makes each of them come, by nothing that is built into the services. */
final class Moments implements AutoCloseable {

    private static final String INTAKE = "intake-service";
    private static final String TRIAGE = "triage-service";
    private static final String NOTIFICATION = "notification-service";
    private static final List<String> SERVICES = List.of(INTAKE, TRIAGE, NOTIFICATION);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    /** What to call it, whom to kill, and how to bring it about. */
    record Moment(String when, List<String> victims, Approach approach) {}

    /** Begins a round and returns when the moment has come. */
    interface Approach {
        void begin(Round round) throws Exception;
    }

    private final Random random;
    private final Map<String, Endpoints.Database> databases;
    private final SinkLedger sink;
    private final List<HeldOutbox> held = new ArrayList<>();

    Moments(Random random, Map<String, Endpoints.Database> databases, SinkLedger sink) {
        this.random = random;
        this.databases = databases;
        this.sink = sink;
    }

    /** In seeded order, all at once last. */
    List<Moment> all() {
        List<Moment> moments = new ArrayList<>(List.of(
                new Moment("while reports arrive", List.of(INTAKE), this::whileReportsArrive),
                new Moment(
                        "between broker acknowledgement and outbox delete", List.of(INTAKE), this::beforeIntakeDeletes),
                new Moment(
                        "between broker acknowledgement and outbox delete", List.of(TRIAGE), this::beforeTriageDeletes),
                new Moment("while reports are linked", List.of(TRIAGE), this::whileReportsAreLinked),
                new Moment("while orders are at the platform", List.of(NOTIFICATION), this::whileOrdersAreDelivered),
                new Moment("at a moment of chance", List.of(SERVICES.get(random.nextInt(3))), this::byChance)));
        Collections.shuffle(moments, random);
        moments.add(new Moment("all at once", SERVICES, this::byChance));
        return moments;
    }

    private void whileReportsArrive(Round round) {
        int enough = 5 + random.nextInt(40);
        everything(round);
        soon(() -> round.accepted().size() >= enough);
    }

    private void beforeIntakeDeletes(Round round) throws Exception {
        HeldOutbox outbox = hold("intake");
        everything(round);
        soon(() -> outbox.waiting("intake.report.v1") == Round.REPORTS);
        outbox.letPublishButNotDelete();
        soon(() -> outbox.isDeleteWaiting() && round.submitted() > 0);
    }

    private void beforeTriageDeletes(Round round) throws Exception {
        HeldOutbox outbox = hold("triage");
        everything(round);
        soon(() ->
                outbox.waiting("triage.link.v1") >= Round.REPORTS && outbox.waiting("triage.order.v1") >= Round.ORDERS);
        outbox.letPublishButNotDelete();
        soon(() -> outbox.isDeleteWaiting() && round.issued() > 0);
    }

    private void whileReportsAreLinked(Round round) {
        int enough = 1 + random.nextInt(20);
        everything(round);
        soon(() -> round.linked() >= enough);
    }

    private void whileOrdersAreDelivered(Round round) {
        int enough = 5 + random.nextInt(40);
        round.approve();
        soon(() -> sink.ordersArrived().size() > sink.ordersConfirmed().size());
        round.sendReports();
        soon(() -> round.accepted().size() >= enough);
    }

    private HeldOutbox hold(String database) throws SQLException {
        HeldOutbox outbox = HeldOutbox.of(requireNonNull(databases.get(database)));
        held.add(outbox);
        return outbox;
    }

    private void byChance(Round round) throws InterruptedException {
        everything(round);
        long millis = 50L + random.nextInt(700);
        await().pollDelay(Duration.ofMillis(millis)).atMost(SOON).until(() -> true);
    }

    private void everything(Round round) {
        round.sendReports();
        round.approve();
    }

    private static void soon(Callable<Boolean> reached) {
        await().pollDelay(Duration.ZERO).pollInterval(AT_ONCE).atMost(SOON).until(reached);
    }

    /** Lets go of whatever made the last moment come. */
    @Override
    public void close() throws SQLException {
        for (HeldOutbox outbox : held) {
            outbox.close();
        }
        held.clear();
        sink.confirmAgain();
    }
}
