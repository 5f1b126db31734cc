// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Facts;
import id.siaga.localstack.demo.account.Tally;
import id.siaga.localstack.demo.desk.Desk;
import id.siaga.localstack.demo.desk.FollowUp;
import id.siaga.localstack.demo.script.Play;
import id.siaga.localstack.demo.script.Scene;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.platform.WebhookLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The script from the first report to the last webhook: everyone works at once, through the public APIs only. */
final class Scenario {
    private static final Duration BETWEEN_SCENES = Duration.ofMillis(2500);

    private final Api api;
    private final Narrator narrator;
    private final Consumer<String> mailbox;
    private final Path ledger;
    private final Overview overview;
    private final Clock clock;
    private final Instant startedAt;

    Scenario(Api api, Narrator narrator, Consumer<String> mailbox, Path ledger, Overview overview, Clock clock) {
        this.api = api;
        this.narrator = narrator;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.overview = overview;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    Facts play() throws IOException, InterruptedException {
        List<Scene> scenes = Scene.script(startedAt.toEpochMilli());
        Desk desk = new Desk(api, Play.Book.load(), startedAt);
        Reporters reporters =
                new Reporters(api, narrator, Long.toString(startedAt.toEpochMilli(), 36), (report, view) -> {
                    for (JsonNode item : view.path("items")) {
                        desk.expect(item.path("id").asText(), Optional.ofNullable(report.play()));
                    }
                });
        overview.follow(reporters::submissions, () -> desk.cases().keySet());
        FollowUp followUp = new FollowUp(api, mailbox, clock);
        CompletableFuture<Void> sending = new CompletableFuture<>();
        Thread stage = Thread.ofVirtual().start(() -> send(scenes, reporters, sending));
        Patience patience = new Patience(clock.instant());
        @Nullable Facts facts;
        List<String> open;
        do {
            desk.work();
            followUp.work(desk.cases());
            Map<String, JsonNode> views = reporters.look();
            // What broke the sending breaks the play.
            boolean sent = sending.isDone() && sending.join() == null;
            facts = sent ? facts(reporters, views, desk) : null;
            open = facts == null
                    ? List.of(reporters.submissions().size() + " reports are sent")
                    : Tally.of(facts).unanswered();
            Thread.sleep(100);
        } while (!open.isEmpty() && patience.lasts(open, clock.instant()));
        stage.join();
        return awaitDeliveries(facts == null ? facts(reporters, reporters.look(), desk) : facts);
    }

    private void send(List<Scene> scenes, Reporters reporters, CompletableFuture<Void> done) {
        try {
            for (Scene scene : scenes) {
                narrator.heading(scene.title());
                reporters.send(scene.reports());
                Thread.sleep(BETWEEN_SCENES);
            }
            done.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** Webhooks that failed on purpose come again, some only after seconds; the account waits for them. */
    private Facts awaitDeliveries(Facts facts) throws InterruptedException {
        Patience patience = new Patience(clock.instant());
        Instant told = clock.instant();
        Facts now = facts;
        List<String> missing = Tally.of(now).lost();
        while (!missing.isEmpty() && patience.lasts(missing, clock.instant())) {
            if (Duration.between(told, clock.instant()).toSeconds() >= 5) {
                narrator.say("demo", "waits for " + missing.size() + " webhook(s) to come again");
                told = clock.instant();
            }
            Thread.sleep(200);
            now = facts.with(WebhookLedger.read(ledger));
            missing = Tally.of(now).lost();
        }
        return now;
    }

    private Facts facts(Reporters reporters, Map<String, JsonNode> views, Desk desk) {
        Map<String, JsonNode> cases = new LinkedHashMap<>();
        Map<String, JsonNode> orders = new LinkedHashMap<>();
        Map<String, Facts.Hands> hands = new LinkedHashMap<>();
        desk.cases().forEach((id, play) -> hands.put(id, new Facts.Hands(play.officer(), play.approver())));
        for (String id : desk.cases().keySet()) {
            JsonNode view = look("/v1/cases/" + id);
            cases.put(id, view);
            for (JsonNode order : view.path("orders")) {
                String orderId = order.path("id").asText();
                orders.put(orderId, look("/v1/orders/" + orderId));
            }
        }
        return new Facts(
                startedAt,
                clock.instant(),
                reporters.submissions(),
                views,
                reporters.supplements(),
                cases,
                orders,
                hands,
                WebhookLedger.read(ledger));
    }

    /** The auditor reads everything and changes nothing: the right eyes for an account. */
    private JsonNode look(String path) {
        return api.send(api.suite().identity("ombudsman"), Call.get(Service.TRIAGE, path))
                .orThrow();
    }
}
