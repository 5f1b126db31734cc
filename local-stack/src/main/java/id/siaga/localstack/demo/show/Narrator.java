// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Receipt;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.platform.LedgerLine;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells those who watch what happens, one line each: time, actor, what. What others have written is shown, never obeyed. */
public final class Narrator {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    /** Where columns are few and nobody measures. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final String RED = "\u001b[31m";
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colour;
    private final Clock clock;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private volatile Lines lines;

    public Narrator(PrintStream out, boolean colour, Clock clock) {
        this.lines = out::println;
        this.colour = colour;
        this.clock = clock;
    }

    /** Whether those who watch sit at a terminal. */
    public boolean lively() {
        return colour;
    }

    /** Where the tale goes on. */
    public void continueAt(Lines now) {
        lines = now;
    }

    /** What a thing is called from now on, instead of by the end of its id. */
    public void name(String id, String name) {
        names.put(id, name);
    }

    public void heading(String text) {
        lines.line("");
        lines.line(colour ? BOLD + Visible.of(text) + PLAIN : Visible.of(text));
    }

    /** A line, or several, as they are. */
    public void plain(String text) {
        text.lines().map(Visible::of).forEach(lines::line);
        if (text.isEmpty()) {
            lines.line("");
        }
    }

    public void say(String actor, String what) {
        say(clock.instant(), actor, what, "");
    }

    private void say(Instant time, String actor, String what, String tint) {
        String line = String.format(
                "%s  %-16s  %s", (colour ? SECONDS : TIME).format(time), Visible.of(actor), Visible.of(what));
        lines.line(colour && !tint.isEmpty() ? tint + line + PLAIN : line);
    }

    /** A client's receipt, when it says something. */
    public void tell(Suite suite, Receipt receipt) {
        String saying = receipt.saying();
        if (saying == null) {
            return;
        }
        Identity identity = suite.identities().get(receipt.who());
        boolean refused = receipt.status() < 200 || receipt.status() >= 300;
        String tries = receipt.tries() > 1 ? " (" + receipt.tries() + " tries)" : "";
        String end = refused
                ? " -> refused, " + receipt.status() + " " + shorten(String.valueOf(receipt.problem()), 160)
                : "";
        say(
                receipt.time(),
                identity == null ? receipt.who() : identity.shown(),
                saying + tries + end,
                refused ? RED : "");
    }

    /** A webhook as the far side's ledger has it; news that arrives at the first try is counted elsewhere, and not told. */
    public void tell(LedgerLine line) {
        boolean ordinary = line.outcome() == LedgerLine.Outcome.TAKEN && line.attempt() == 1;
        if (ordinary && !line.event().equals("order.issued")) {
            return;
        }
        String subject = names.getOrDefault(line.subject(), shortId(line.subject()));
        String what = line.event() + " " + subject + (line.status() == null ? "" : " " + line.status());
        String attempt = line.attempt() > 1 ? ", attempt " + line.attempt() : "";
        String text =
                switch (line.outcome()) {
                    case TAKEN -> "webhook " + what + attempt;
                    case REPEATED -> "webhook " + what + attempt + ": already taken, confirmed again";
                    case TURNED_AWAY -> "webhook " + what + attempt + ": fails on purpose, 503";
                    case TAKEN_UNCONFIRMED ->
                        "webhook " + what + attempt + ": taken, confirmation lost on purpose, 503";
                    case LEFT_HANGING -> "webhook " + what + attempt + ": gets no answer, on purpose";
                    case UNVERIFIED -> "webhook with a wrong signature, 401";
                    case UNREADABLE -> "webhook that is no CloudEvent, 400";
                };
        boolean warning = line.outcome() == LedgerLine.Outcome.UNVERIFIED;
        say(line.time(), line.party(), text, warning ? RED : DIM);
    }

    /** The end of an id: enough to tell one from another where people look. */
    public static String shortId(String id) {
        return id.substring(Math.max(0, id.length() - 8));
    }

    /** As much of a text as fits on a line. */
    public static String shorten(String text, int length) {
        String words = text.replace('\n', ' ');
        return words.length() <= length ? words : words.substring(0, length - 3) + "...";
    }
}
