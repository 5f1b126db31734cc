// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import id.siaga.localstack.client.DurableLines;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the far side received, on disk before it is confirmed; it knows, also after a restart, what was already taken. */
public final class WebhookLedger implements AutoCloseable {
    private final DurableLines lines;
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> ordersTaken = new HashSet<>();

    public WebhookLedger(Path file) {
        lines = new DurableLines(file);
        read(file).forEach(this::remember);
    }

    public static List<LedgerLine> read(Path file) {
        return DurableLines.read(file).stream().map(LedgerLine::of).toList();
    }

    /** Which try of this event at this party the call at hand is, counted from 1. */
    public synchronized int attempt(String party, String webhookId) {
        return attempts.getOrDefault(party + " " + webhookId, 0) + 1;
    }

    public synchronized boolean hasTaken(String party, String webhookId) {
        return taken.contains(party + " " + webhookId);
    }

    public synchronized boolean knowsOrder(String orderId) {
        return ordersTaken.contains(orderId);
    }

    /** Writes the line; when this returns it is on disk. An event that a rival call took in between is written as repeated. */
    public LedgerLine write(LedgerLine line) {
        LedgerLine kept;
        long place;
        synchronized (this) {
            boolean rival = line.outcome().acted() && hasTaken(line.party(), line.webhookId());
            kept = rival ? as(line, Outcome.REPEATED) : line;
            remember(kept);
            place = lines.put(kept.json());
        }
        lines.force(place);
        return kept;
    }

    @Override
    public void close() {
        lines.close();
    }

    private void remember(LedgerLine line) {
        attempts.merge(line.party() + " " + line.webhookId(), 1, Integer::sum);
        if (line.outcome().acted()) {
            taken.add(line.party() + " " + line.webhookId());
            if (line.event().equals("order.issued")) {
                ordersTaken.add(line.subject());
            }
        }
    }

    private static LedgerLine as(LedgerLine line, Outcome outcome) {
        return new LedgerLine(
                line.time(),
                line.webhookId(),
                line.type(),
                line.subject(),
                line.sequence(),
                line.party(),
                line.verified(),
                outcome,
                line.attempt(),
                line.status());
    }
}
