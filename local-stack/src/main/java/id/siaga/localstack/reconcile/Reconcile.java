// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code ./siaga reconcile}: holds what the services know against each other, and has told again what somebody has lost. */
public final class Reconcile {

    private static final int DIFFERS = 1;
    private static final int USAGE = 2;
    private static final int CANNOT_TELL = 3;
    private static final int AT_ONCE = 100;

    /** What is told again may make others tell something, which may cross what was told again before. */
    private static final int TRIES = 3;

    private final Books books;
    private final Options options;
    private final Clock clock;
    private final PrintStream out;

    Reconcile(Api api, Options options, Clock clock, PrintStream out) {
        this.books = new Books(api, identity(api.suite(), options.as(), System.getenv("SIAGA_CLIENT_SECRET")));
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    /** Ends with 0 when nothing differs, 1 when something does, 2 when it was asked wrongly, 3 when it could not be told. */
    public static void main(String... arguments) {
        Path root = Path.of(System.getProperty("siaga.root", "."), ".siaga");
        System.exit(run(Path.of(System.getProperty("siaga.data", root.toString())), System.out, System.err, arguments));
    }

    /**
     * As the command, but for the end of the process.
     *
     * @param state the folder that has the receipts of what was asked and, unless another file is named, says where to ask
     */
    public static int run(Path state, PrintStream out, PrintStream err, String... arguments) {
        try {
            Options options = Options.parse(state.resolve("endpoints.json"), arguments);
            if (!Files.exists(options.suite())) {
                throw new IllegalArgumentException(
                        "there is no file " + options.suite()
                                + " that says where the services are; ./siaga up writes one, docs/reconciliation.md says what it holds");
            }
            try (Receipts receipts = new Receipts(state.resolve("reconcile.ndjson"))) {
                Api api = new Api(Suite.read(options.suite()), receipts, Backoff.patient(), Clock.systemUTC());
                return new Reconcile(api, options, Clock.systemUTC(), out).run();
            }
        } catch (IllegalArgumentException wrong) {
            err.println("siaga: " + wrong.getMessage());
            return USAGE;
        } catch (IOException | Settlement.Unsettled | Api.Unreachable | Answer.Refused unknown) {
            err.println("siaga: it cannot be told what differs: " + unknown.getMessage());
            return CANNOT_TELL;
        }
    }

    int run() {
        Instant since = since();
        Settlement settlement = new Settlement(books, options.patience(), clock);
        if (options.repair()) {
            repair(settlement, since);
        }
        Comparison comparison = comparison(settlement, since);
        List<Difference> differences = differences(comparison);
        differences.forEach(out::println);
        out.printf(
                "%s of %d things since %s.%n",
                differences.isEmpty() ? "Nothing differs" : differences.size() + " differ", comparison.looked(), since);
        return differences.isEmpty() ? 0 : DIFFERS;
    }

    private List<Difference> differences(Comparison comparison) {
        Set<UUID> lost = new HashSet<>();
        return Arrays.stream(Matter.values())
                .flatMap(matter -> comparison.of(matter).stream())
                .filter(one -> !follows(one, lost))
                .toList();
    }

    /** What became of an item that one of them does not know is no news, nor what was told of it. */
    private static boolean follows(Difference one, Set<UUID> lost) {
        return switch (one.matter()) {
            case REPORTED_ITEMS -> {
                lost.add(one.about());
                yield false;
            }
            case REPORT_PROGRESS -> lost.contains(one.about());
            case REPORT_STATUS -> !one.canBeToldAgain() && lost.contains(one.about());
            case SUPPLEMENTS, CASES, ORDERS, RECEIVED_ORDERS -> false;
        };
    }

    private void repair(Settlement settlement, Instant since) {
        for (Matter matter : Matter.values()) {
            for (int i = 0; i < TRIES; i++) {
                List<Difference> owed = comparison(settlement, since).of(matter).stream()
                        .filter(Difference::canBeToldAgain)
                        .toList();
                if (owed.isEmpty()) {
                    break;
                }
                for (int from = 0; from < owed.size(); from += AT_ONCE) {
                    List<Difference> some = owed.subList(from, Math.min(owed.size(), from + AT_ONCE));
                    some.forEach(one -> out.println(one + ": told again"));
                    books.restate(matter, some, String.valueOf(options.reason()));
                }
            }
        }
    }

    private Comparison comparison(Settlement settlement, Instant since) {
        // Ids are made by the clocks of several machines; nothing is lost by looking a little further.
        return new Comparison(books, settlement, new Span(since, clock.instant().plus(Duration.ofDays(1))));
    }

    /** The first day of which every service still has everything, or which was asked for. */
    private Instant since() {
        Instant kept = Arrays.stream(Service.values())
                .map(service -> books.standing(service).keptSince())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant day = kept.truncatedTo(ChronoUnit.DAYS);
        Instant whole = day.equals(kept) ? day : day.plus(1, ChronoUnit.DAYS);
        Instant asked = options.since() == null ? whole : options.since().truncatedTo(ChronoUnit.DAYS);
        return asked.isAfter(whole) ? asked : whole;
    }

    /** The secret of a client is better given in the environment than written into a file. */
    private static Identity identity(Suite suite, String name, @Nullable String secret) {
        Identity known = suite.identity(name);
        return secret == null ? known : new Identity(known.name(), known.party(), known.clientId(), secret, null, null);
    }
}
