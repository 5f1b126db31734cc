// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.feed.LinkWatch;
import id.siaga.localstack.demo.load.desk.LoadDesk;
import id.siaga.localstack.demo.load.desk.LoadOrders;
import id.siaga.localstack.demo.load.desk.Shift;
import id.siaga.localstack.demo.load.report.ReportGenerator;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.platform.WebhookLedger;
import id.siaga.localstack.platform.conduct.Cast;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** A load from the first report to the last webhook: reporters send while desk and platforms work off what has come. */
public final class Load {
    private static final int TOLD_EVERY = 250;
    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(3);

    private final Api api;
    private final Narrator narrator;
    private final Path ledger;
    private final Cast cast;
    private final Clock clock;
    private final Map<String, Set<String>> keptByReporter = new ConcurrentHashMap<>();
    private final LoadDesk desk;
    private final LoadOrders orders;
    private final Shift shift;
    private final Instant startedAt;
    private final AtomicInteger sentSoFar = new AtomicInteger();

    /** {@code mailbox}: how a platform without an endpoint hears that an order was served on it. */
    public Load(Api api, Narrator narrator, Consumer<String> mailbox, Path ledger, Cast cast, Clock clock) {
        this.api = api;
        this.narrator = narrator;
        this.ledger = ledger;
        this.cast = cast;
        this.clock = clock;
        this.desk = new LoadDesk(api);
        this.orders = new LoadOrders(api, desk.decided(), mailbox, cast, clock);
        this.shift = new Shift(desk, orders);
        this.startedAt = clock.instant();
    }

    public LoadOutcome run(LoadPlan plan) throws InterruptedException {
        greet(plan);
        Set<String> notLinked = new HashSet<>();
        List<Sent> sent;
        Duration sending;
        Duration linked;
        shift.begin();
        try {
            Sending reporters = new Sending(api, clock, this::note);
            Instant began = clock.instant();
            sent = reporters.send(plan);
            sending = Duration.between(began, clock.instant());
            say("has sent " + sent.size() + " reports; waits until all are linked, decided and answered");
            for (Map.Entry<String, Set<String>> kept : new TreeMap<>(keptByReporter).entrySet()) {
                LinkWatch watch = new LinkWatch(api, api.suite().identity(kept.getKey()), narrator, clock);
                notLinked.addAll(watch.await(kept.getValue()));
            }
            linked = sinceStart();
        } finally {
            shift.end();
        }
        await("cases to decide", shift::decide);
        Duration decided = sinceStart();
        desk.recogniseDecided();
        await("orders to be answered", orders::work);
        Duration answered = sinceStart();
        LoadFacts.Phases phases = new LoadFacts.Phases(sending, linked, decided, answered, null);
        AuditorsView view = new AuditorsView(api, desk);
        List<JsonNode> cases = view.cases();
        LoadFacts facts = new LoadFacts(
                startedAt,
                cast,
                sent,
                notLinked,
                cases,
                view.orders(cases),
                view.reports(keptByReporter),
                desk.troubles(),
                orders.served(),
                WebhookLedger.read(ledger),
                phases);
        return new LoadOutcome(plan, awaitDeliveries(facts, view));
    }

    /** Tokens are there before the clock runs, so that the first reports are not the slowest. */
    private void greet(LoadPlan plan) {
        say(plan.reports() + " reports of seed " + plan.seed()
                + (plan.rate() == null ? ", as fast as the clients can" : ", " + plan.rate() + " a second"));
        for (String reporter : new ReportGenerator(plan.seed()).reporters()) {
            api.send(api.suite().identity(reporter), Call.get(Service.INTAKE, "/v1/reports?limit=1"))
                    .orThrow();
        }
    }

    private void note(Sent sent) {
        String id = sent.id();
        Instant receivedAt = sent.receivedAt();
        if (id != null && receivedAt != null) {
            keptByReporter
                    .computeIfAbsent(sent.reporter(), first -> ConcurrentHashMap.newKeySet())
                    .add(id);
            desk.expect(id, receivedAt);
        }
        int count = sentSoFar.incrementAndGet();
        if (count % TOLD_EVERY == 0) {
            say(count + " sent; " + desk.decided().size() + " cases decided so far");
        }
    }

    /** Works until nothing is left, or nothing has moved for long. */
    private void await(String what, IntSupplier work) throws InterruptedException {
        int least = Integer.MAX_VALUE;
        Instant moved = clock.instant();
        Instant told = moved;
        int left = left(work);
        while (left > 0 && Duration.between(moved, clock.instant()).compareTo(WITHOUT_PROGRESS) < 0) {
            if (left < least) {
                least = left;
                moved = clock.instant();
            }
            if (Duration.between(told, clock.instant()).toSeconds() >= 5) {
                say("waits for " + left + " " + what);
                told = clock.instant();
            }
            Thread.sleep(200);
            left = left(work);
        }
    }

    /** Somebody who cannot look, because a service is being started again, must suppose that something is left. */
    private static int left(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (Api.Unreachable | Answer.Refused away) {
            return 1;
        }
    }

    /** Webhooks that failed on purpose come again, some only after minutes; the account waits as long as any still come. */
    private LoadFacts awaitDeliveries(LoadFacts first, AuditorsView view) throws InterruptedException {
        LoadFacts facts = first;
        LoadTally tally = LoadTally.of(facts);
        int least = Integer.MAX_VALUE;
        Instant moved = clock.instant();
        Instant told = moved;
        while (!tally.lost().isEmpty()
                && Duration.between(moved, clock.instant()).compareTo(WITHOUT_PROGRESS) < 0) {
            if (tally.lost().size() < least) {
                least = tally.lost().size();
                moved = clock.instant();
            }
            if (Duration.between(told, clock.instant()).toSeconds() >= 5) {
                say("waits for " + tally.lost().size() + " webhook(s) to come again");
                told = clock.instant();
            }
            Thread.sleep(1000);
            Map<String, JsonNode> again = view.reports(ownersOf(tally.missing()));
            facts = facts.seenAgain(again, WebhookLedger.read(ledger), sinceStart());
            tally = LoadTally.of(facts);
        }
        return facts.phases().delivered() == null ? facts.seenAgain(Map.of(), facts.ledger(), sinceStart()) : facts;
    }

    private Map<String, Set<String>> ownersOf(Collection<String> reports) {
        Map<String, Set<String>> owners = new TreeMap<>();
        keptByReporter.forEach((reporter, kept) -> {
            Set<String> theirs = new HashSet<>(kept);
            theirs.retainAll(reports);
            owners.put(reporter, theirs);
        });
        return owners;
    }

    private Duration sinceStart() {
        return Duration.between(startedAt, clock.instant());
    }

    private void say(String what) {
        narrator.say("load", what);
    }
}
