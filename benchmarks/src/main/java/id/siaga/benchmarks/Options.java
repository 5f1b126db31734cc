// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param seconds how long each turn lasts
 * @param rounds how many turns everything that is compared has
 * @param clients how many work at the same time
 * @param fresh whether what an earlier run stored is forgotten first
 * @param downstream whether reports are also measured with the desk and notifications at work on them
 * @param strict whether a budget that is not met is a failure
 */
public record Options(
        int seconds, int rounds, int clients, boolean fresh, boolean downstream, boolean strict, Optional<Path> json) {

    private static final Options DEFAULTS = new Options(4, 5, 16, true, true, false, Optional.empty());

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
                case "--seconds", "--rounds", "--clients", "--json" -> {
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

    private Options with(boolean isFresh, boolean wantsDownstream, boolean isStrict, Optional<Path> file) {
        return new Options(seconds, rounds, clients, isFresh, wantsDownstream, isStrict, file);
    }

    private Options with(String option, String value) {
        if (option.equals("--json")) {
            return with(fresh, downstream, strict, Optional.of(Path.of(value)));
        }
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(option + " wants a number from 1 to 9999, not " + value);
        }
        int number = Integer.parseInt(value);
        return new Options(
                option.equals("--seconds") ? number : seconds,
                option.equals("--rounds") ? number : rounds,
                option.equals("--clients") ? number : clients,
                fresh,
                downstream,
                strict,
                json);
    }
}
