// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param seconds how long each turn lasts, if the command line says it
 * @param rounds how many turns everything that is compared has
 * @param clients how many work at the same time
 * @param lines how many an import has
 * @param fresh whether what an earlier run stored is forgotten first
 * @param downstream whether reports are also measured with the desk and notifications at work on them
 * @param strict whether a budget that is not met is a failure
 */
public record Options(
        OptionalInt seconds,
        int rounds,
        int clients,
        int lines,
        boolean fresh,
        boolean downstream,
        boolean strict,
        Optional<Path> json) {

    /** Seconds of a turn among several that are compared with each other. */
    public static final int TURN = 4;

    private static final Options DEFAULTS =
            new Options(OptionalInt.empty(), 5, 16, 200_000, true, true, false, Optional.empty());

    /** Throws an {@link IllegalArgumentException} with a line for the person at the terminal. */
    public static Options of(String... arguments) {
        Options options = DEFAULTS;
        List<String> words = List.of(arguments);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "--strict" -> options = options.with(options.fresh, options.downstream, true, options.json);
                case "--no-downstream" -> options = options.with(options.fresh, false, options.strict, options.json);
                case "--keep" -> options = options.with(false, options.downstream, options.strict, options.json);
                case "--seconds", "--rounds", "--clients", "--lines", "--json" -> {
                    i++;
                    if (i == words.size()) {
                        throw new IllegalArgumentException(word + " needs a value");
                    }
                    options = options.with(word, words.get(i));
                }
                default -> throw new IllegalArgumentException("unknown option " + word + ", try ./siaga --help");
            }
        }
        return options;
    }

    /** How long each turn lasts, where the benchmark knows what is usual. */
    public int secondsOr(int usual) {
        return seconds.orElse(usual);
    }

    private Options with(boolean isFresh, boolean wantsDownstream, boolean isStrict, Optional<Path> file) {
        return new Options(seconds, rounds, clients, lines, isFresh, wantsDownstream, isStrict, file);
    }

    private Options with(String option, String value) {
        if (option.equals("--json")) {
            return with(fresh, downstream, strict, Optional.of(Path.of(value)));
        }
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(option + " wants a number from 1 to 9999999, not " + value);
        }
        int number = Integer.parseInt(value);
        return new Options(
                option.equals("--seconds") ? OptionalInt.of(number) : seconds,
                option.equals("--rounds") ? number : rounds,
                option.equals("--clients") ? number : clients,
                option.equals("--lines") ? number : lines,
                fresh,
                downstream,
                strict,
                json);
    }
}
