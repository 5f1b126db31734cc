// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import id.siaga.localstack.LocalStack;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Receipt;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.demo.account.Facts;
import id.siaga.localstack.demo.account.OrderTimes;
import id.siaga.localstack.demo.account.SummaryTable;
import id.siaga.localstack.demo.account.Tally;
import id.siaga.localstack.demo.desk.Mailbox;
import id.siaga.localstack.demo.feed.Feed;
import id.siaga.localstack.demo.feed.FeedChecks;
import id.siaga.localstack.demo.feed.FeedOutcome;
import id.siaga.localstack.demo.feed.FeedTable;
import id.siaga.localstack.demo.load.Load;
import id.siaga.localstack.demo.load.LoadOutcome;
import id.siaga.localstack.demo.load.LoadPlan;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Table;
import id.siaga.localstack.demo.show.Tail;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.PlatformProcess;
import java.io.Console;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts the suite and the far side, plays the script, feeds a file if there is one, and gives an account of it all.
 *
 * <p>Exit status: 0 when nothing was lost, duplicated or unanswered; 1 when something was; 2 for a wrong command line;
 * 3 when the suite did not start or broke down.
 */
public final class Demo {
    private static final String FEEDING_PARTY = "mafindo";

    private final Options options;
    private final Narrator narrator;
    private final Clock clock;
    private final Instant started;

    private Demo(Options options, Narrator narrator, Clock clock, Instant started) {
        this.options = options;
        this.narrator = narrator;
        this.clock = clock;
        this.started = started;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Clock clock = Clock.systemUTC();
        Narrator narrator = new Narrator(System.out, terminal(), clock);
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Options.USAGE);
            return 2;
        }
        if (options.help()) {
            narrator.plain(Options.USAGE);
            return 0;
        }
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        try {
            return new Demo(options, narrator, clock, started).run();
        } catch (RuntimeException | IOException e) {
            System.err.println("the demo broke off: " + e.getMessage());
            return 3;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 3;
        }
    }

    private int run() throws IOException, InterruptedException {
        StackOptions wanted =
                StackOptions.ofThisCheckout().withFreshData(options.fresh()).withProgress(narrator::plain);
        for (String port : options.ports()) {
            wanted = wanted.withPort(port);
        }
        try (LocalStack stack = LocalStack.start(wanted)) {
            // Beside the suite's own data, so that --fresh forgets both or neither.
            Path books = wanted.data().resolve("data");
            Suite suite = Suite.read(stack.endpointsFile());
            PlatformProcess platform = PlatformProcess.start(
                    stack,
                    books.resolve("sample-platform"),
                    options.failureRate(),
                    options.seed(),
                    options.cast(),
                    options.receiver(),
                    clock);
            boolean clean;
            try (Receipts receipts = new Receipts(books.resolve("demo").resolve("receipts.ndjson"))) {
                Api api = new Api(suite, receipts, Backoff.patient(), clock);
                LoadPlan load = options.load();
                clean = load == null ? play(api, receipts, platform) : load(api, platform, load);
            }
            if (!options.once()) {
                new Invitation(narrator, stack.endpoints(), stack.endpointsFile(), platform).print();
                stack.awaitEnd();
            }
            return clean ? 0 : 1;
        }
    }

    private boolean load(Api api, PlatformProcess platform, LoadPlan plan) throws IOException, InterruptedException {
        narrator.heading("Load: generated reports instead of the script");
        Mailbox mailbox = new Mailbox(platform.address());
        LoadOutcome outcome =
                new Load(api, narrator, mailbox::tell, platform.ledger(), options.cast(), clock).run(plan);
        outcome.print(narrator);
        Path summary = options.summary();
        if (summary != null) {
            outcome.write(summary);
            narrator.plain("");
            narrator.plain("The same as JSON: " + summary);
        }
        return outcome.clean();
    }

    private boolean play(Api api, Receipts receipts, PlatformProcess platform)
            throws IOException, InterruptedException {
        narrator.heading("What happens (local time, actor, what)");
        Mailbox mailbox = new Mailbox(platform.address());
        receipts.onEach(receipt -> narrator.tell(api.suite(), receipt));
        Tail webhooks = Tail.of(platform.ledger(), line -> narrator.tell(LedgerLine.of(line)));
        Tail answers = Tail.of(platform.receipts(), line -> narrator.tell(api.suite(), Receipt.of(line)));
        Facts facts;
        try (Overview overview = Overview.show(api, narrator, platform.ledger(), clock)) {
            facts = new Scenario(api, narrator, mailbox::tell, platform.ledger(), overview, clock).play();
        } finally {
            webhooks.close();
            answers.close();
        }
        Tally tally = Tally.of(facts);
        List<OrderTimes> times = facts.orders().values().stream()
                .map(order -> OrderTimes.of(order, facts.caseOf(order), facts))
                .toList();
        Duration firstWebhook = firstWebhookAfter(facts);
        new SummaryTable(narrator).print(facts, times, tally);
        narrator.plain("  first webhook received " + Table.time(firstWebhook) + " after the start");

        FeedOutcome feed = null;
        FeedChecks checks = null;
        Path file = options.reports();
        if (file != null) {
            narrator.heading("Sending the reports of " + file);
            Instant since = clock.instant();
            feed = new Feed(api, api.suite().identity(FEEDING_PARTY), narrator, clock).send(file);
            checks = FeedChecks.of(feed, api, FEEDING_PARTY, platform.ledger(), since, clock);
            new FeedTable(narrator).print(file.toString(), feed, checks);
        }
        Path summary = options.summary();
        if (summary != null) {
            new SummaryFile(facts, times, tally, firstWebhook).write(summary, feed, checks);
            narrator.plain("");
            narrator.plain("The same as JSON: " + summary);
        }
        return tally.clean() && (feed == null || feed.clean()) && (checks == null || checks.clean());
    }

    private @Nullable Duration firstWebhookAfter(Facts facts) {
        return facts.ledger().stream()
                .filter(line -> line.verified() && !line.time().isBefore(facts.startedAt()))
                .map(LedgerLine::time)
                .min(Instant::compareTo)
                .map(first -> Duration.between(started, first))
                .orElse(null);
    }

    private static boolean terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
    }
}
