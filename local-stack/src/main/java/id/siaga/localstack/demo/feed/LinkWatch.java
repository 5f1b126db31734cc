// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.show.Narrator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Waits, by the reporter's own list, until each of many reports is linked. */
public final class LinkWatch {
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(90);

    private final Api api;
    private final Identity reporter;
    private final Narrator narrator;
    private final Clock clock;

    public LinkWatch(Api api, Identity reporter, Narrator narrator, Clock clock) {
        this.api = api;
        this.reporter = reporter;
        this.narrator = narrator;
        this.clock = clock;
    }

    /** Returns the reports that were not seen linked when nothing moved any more; empty when all were. */
    public Set<String> await(Set<String> reports) throws InterruptedException {
        Set<String> pending = new HashSet<>(reports);
        int least = pending.size();
        Instant moved = clock.instant();
        Instant told = moved;
        while (!pending.isEmpty()) {
            int waiting = waiting(pending);
            if (waiting == 0) {
                dropLinked(pending);
                waiting = pending.size();
            }
            Instant now = clock.instant();
            if (waiting < least) {
                least = waiting;
                moved = now;
            } else if (Duration.between(moved, now).compareTo(WITHOUT_PROGRESS) > 0) {
                dropLinked(pending);
                return pending;
            }
            if (Duration.between(told, now).toSeconds() >= 2) {
                narrator.say(reporter.shown(), "waits for " + waiting + " reports to be linked");
                told = now;
            }
            if (!pending.isEmpty()) {
                Thread.sleep(200);
            }
        }
        return pending;
    }

    /** How many are still RECEIVED: a short list soon, where the whole list stays long. */
    private int waiting(Set<String> pending) {
        int[] waiting = {0};
        Pages.walk(api, reporter, Service.INTAKE, "/v1/reports?status=RECEIVED", "reports", report -> {
            waiting[0] += pending.contains(report.path("id").asText()) ? 1 : 0;
            return true;
        });
        return waiting[0];
    }

    /** Not being RECEIVED proves nothing about a report that vanished, so each is looked up in the whole list once. */
    private void dropLinked(Set<String> pending) {
        Pages.walk(api, reporter, Service.INTAKE, "/v1/reports", "reports", report -> {
            if (!report.path("status").asText().equals("RECEIVED")) {
                pending.remove(report.path("id").asText());
            }
            return !pending.isEmpty();
        });
    }
}
