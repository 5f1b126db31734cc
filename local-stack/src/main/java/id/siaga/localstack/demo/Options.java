// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import id.siaga.localstack.demo.load.LoadPlan;
import id.siaga.localstack.platform.OwnReceiver;
import id.siaga.localstack.platform.conduct.Cast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks of the demo. */
record Options(
        boolean once,
        boolean fresh,
        boolean help,
        @Nullable Path summary,
        @Nullable Path reports,
        double failureRate,
        long seed,
        @Nullable OwnReceiver receiver,
        @Nullable LoadPlan load,
        boolean characters,
        List<String> ports) {

    static final String USAGE = """
        usage: ./siaga demo [options]

          --once             stop when all is told; exit 0, or 1 if anything was lost, duplicated or unanswered
          --summary FILE     write the counts and times as JSON
          --reports FILE     then send a file of reports, one JSON object a line
          --load N           instead of the script: N generated reports, the desk and the platforms at work on them
          --rate R           with --load: R reports/s on average, whatever is answered; else as fast as 16 clients can
          --characters       with --load: the platforms keep their characters; else all are prompt, and the suite is measured
          --fresh            wipe what earlier runs left first
          --failure-rate N   the share of webhook calls that the sample platform fails on purpose (0.1)
          --seed N           which calls those are, and which reports --load makes (1)
          --platform-url URL the platforms' webhooks go there; {party} in it becomes the platform's party
          --port PART=N      that part of the suite on that port, say keycloak=8180

        examples:
          ./siaga demo
          ./siaga demo --once --summary summary.json
          ./siaga demo --once --reports claims.ndjson
          ./siaga demo --once --load 1000 --seed 7 --rate 20 --summary load.json
        """;

    /** Throws IllegalArgumentException with a sentence for the person who typed. */
    static Options of(String[] args) {
        boolean once = false;
        boolean fresh = false;
        boolean help = false;
        Path summary = null;
        Path reports = null;
        double failureRate = 0.1;
        long seed = 1;
        OwnReceiver receiver = null;
        Long load = null;
        Double rate = null;
        boolean characters = false;
        List<String> ports = new ArrayList<>();
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--once" -> once = true;
                case "--fresh" -> fresh = true;
                case "-h", "--help" -> help = true;
                case "--summary" -> summary = Path.of(value(word, words));
                case "--reports" -> reports = readable(Path.of(value(word, words)));
                case "--failure-rate" -> failureRate = rate(value(word, words));
                case "--seed" -> seed = number(word, value(word, words));
                case "--load" -> load = number(word, value(word, words));
                case "--rate" -> rate = decimal(word, value(word, words));
                case "--characters" -> characters = true;
                case "--platform-url" -> receiver = OwnReceiver.at(value(word, words));
                case "--port" -> ports.add(value(word, words));
                default -> throw new IllegalArgumentException("unknown option " + word);
            }
        }
        LoadPlan plan = plan(load, seed, rate);
        if (plan != null && reports != null) {
            throw new IllegalArgumentException("--load and --reports are two runs; give one of them");
        }
        return new Options(
                once, fresh, help, summary, reports, failureRate, seed, receiver, plan, characters, List.copyOf(ports));
    }

    /** A load is measured against the suite, not against a platform's moods, unless somebody wants these. */
    Cast cast() {
        return load == null || characters ? Cast.IN_CHARACTER : Cast.ALL_PROMPT;
    }

    private static @Nullable LoadPlan plan(@Nullable Long load, long seed, @Nullable Double rate) {
        if (load == null && rate != null) {
            throw new IllegalArgumentException("--rate is for --load N");
        }
        return load == null ? null : new LoadPlan(load, seed, rate);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("cannot read the reports file " + file);
        }
        return file;
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate >= 0 && rate < 1) {
                return rate;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "--failure-rate needs a number from 0 to below 1, not " + text, notANumber);
        }
        throw new IllegalArgumentException("--failure-rate needs a number from 0 to below 1, not " + text);
    }

    private static double decimal(String option, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " needs a number, not " + text, notANumber);
        }
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " needs a whole number, not " + text, notANumber);
        }
    }
}
