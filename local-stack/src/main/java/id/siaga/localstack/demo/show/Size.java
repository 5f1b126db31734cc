// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows and columns a terminal has. */
record Size(int rows, int columns) {
    private static final Size USUAL = new Size(24, 80);
    private static final Pattern STTY = Pattern.compile("(\\d+) (\\d+)\\s*");

    /** Of the terminal at our standard input. The JDK does not know it; stty is wherever a terminal is. */
    static Size ofTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor(1, TimeUnit.SECONDS) ? of(said) : USUAL;
        } catch (IOException noStty) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    /** As {@code stty size} says it; a terminal that does not know its size says zero. */
    static Size of(String said) {
        Matcher matcher = STTY.matcher(said);
        if (!matcher.matches()) {
            return USUAL;
        }
        Size size = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return size.rows > 0 && size.columns > 0 ? size : USUAL;
    }
}
