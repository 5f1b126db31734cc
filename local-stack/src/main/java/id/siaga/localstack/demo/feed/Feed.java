// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends a file of reports with bounded concurrency and waits until every accepted one is linked to a case. */
public final class Feed {
    private static final int AT_ONCE = 16;

    /** The status of a report all of which its party had reported before. */
    private static final int KNOWN = 200;

    private final Api api;
    private final Identity reporter;
    private final Narrator narrator;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final AtomicLong lines = new AtomicLong();
    private final AtomicInteger replayed = new AtomicInteger();
    private final AtomicInteger supplemented = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> links = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Long>> refusals = new TreeMap<>();
    private final List<String> unanswered = Collections.synchronizedList(new ArrayList<>());

    public Feed(Api api, Identity reporter, Narrator narrator, Clock clock) {
        this.api = api;
        this.reporter = reporter;
        this.narrator = narrator;
        this.clock = clock;
    }

    public FeedOutcome send(Path file) throws IOException, InterruptedException {
        Instant started = clock.instant();
        long blank;
        try (InputStream in = Files.newInputStream(file);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            blank = FeedLine.read(in, line -> {
                slots.acquireUninterruptibly();
                senders.execute(() -> {
                    try {
                        take(line);
                    } finally {
                        slots.release();
                    }
                });
            });
        }
        Duration sending = Duration.between(started, clock.instant());
        narrator.say(
                reporter.shown(),
                "has sent " + lines + " lines in " + Table.time(sending) + "; waits until all are linked");
        Set<String> notLinked = new LinkWatch(api, reporter, narrator, clock).await(accepted);
        return new FeedOutcome(
                lines.get(),
                blank,
                Set.copyOf(accepted),
                replayed.get(),
                supplemented.get(),
                refusals,
                List.copyOf(unanswered),
                notLinked,
                Set.copyOf(links),
                sending,
                Duration.between(started, clock.instant()));
    }

    private void take(FeedLine line) {
        switch (line) {
            case FeedLine.Unsendable bad -> refuse(bad.number(), bad.why());
            case FeedLine.Sendable good -> send(good);
        }
        long done = lines.incrementAndGet();
        if (done % 500 == 0) {
            narrator.say(reporter.shown(), "has sent " + done + " lines, " + accepted.size() + " accepted");
        }
    }

    private void send(FeedLine.Sendable line) {
        try {
            for (JsonNode reference : line.report().path("references")) {
                links.add(reference.path("url").asText());
            }
            Answer answer = api.send(
                    reporter,
                    Call.post(Service.INTAKE, "/v1/reports", line.report()).once(line.key()));
            if (answer.ok()) {
                accepted.add(answer.body().path("id").asText());
                if (answer.status() == KNOWN) {
                    supplemented.incrementAndGet();
                } else if (answer.replayed()) {
                    replayed.incrementAndGet();
                }
            } else if (answer.notNow()) {
                unanswered.add("line " + line.number() + ": " + answer.status() + " " + answer.problem());
            } else {
                refuse(line.number(), answer.status() + " " + answer.problem());
            }
        } catch (RuntimeException e) {
            // One line's failure is that line's result; the others go on.
            unanswered.add("line " + line.number() + ": " + e.getMessage());
        }
    }

    private void refuse(long number, String why) {
        synchronized (refusals) {
            refusals.computeIfAbsent(why, fresh -> new ArrayList<>()).add(number);
        }
    }
}
