// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.script;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the script leaves open: ids as the platforms have them, other ones in each run.
 *
 * <pre>
 * {run}            a word for the run
 * {video} {video2} eleven characters, as YouTube has them
 * {facebook} {tiktok} {x}   digits that need one more behind them
 * {5001 letters}   that many letters
 * </pre>
 */
record Placeholders(long run) {
    private static final Pattern VIDEO = Pattern.compile("\\{video([2-9]?)}");
    private static final Pattern LETTERS = Pattern.compile("\\{(\\d{1,5}) letters}");

    String fill(String script) {
        String text = script.replace("{run}", word())
                .replace("{facebook}", "1" + digits(14))
                .replace("{tiktok}", "74" + digits(16))
                .replace("{x}", "18" + digits(16));
        text = VIDEO.matcher(text).replaceAll(found -> youtube(found.group(1)));
        return LETTERS.matcher(text).replaceAll(Placeholders::letters);
    }

    private String word() {
        return Long.toString(run, 36);
    }

    private String youtube(String number) {
        char first = number.isEmpty() ? 'A' : (char) ('A' + Integer.parseInt(number));
        return first + "0".repeat(Math.max(0, 10 - word().length())) + word();
    }

    private String digits(int length) {
        String text = "0".repeat(length) + run;
        return text.substring(text.length() - length);
    }

    private static String letters(MatchResult found) {
        return "a".repeat(Integer.parseInt(found.group(1)));
    }
}
