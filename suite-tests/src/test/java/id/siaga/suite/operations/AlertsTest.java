// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.suite.Checkout;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody is woken without being told what to do. */
class AlertsTest {

    private static final int MOST_THAT_PAGE = 10;
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");

    /** A section of the runbook down to the next one, and the parts that each has. */
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\w+)\\n(.*?)(?=^##|\\z)");

    private static final List<String> PARTS = List.of("**Symptom.**", "**Check.**", "**Act.**", "**Verify.**");

    @Test
    void everyAlertHasItsSectionAndEverySectionItsAlert() {
        Set<String> sections = SECTION.matcher(runbook())
                .results()
                .map(section -> section.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(names(), sections);
    }

    @Test
    void everySectionSaysWhatIsSeenWhatToLookAtWhatToDoAndHowItEnds() {
        assertAll(SECTION.matcher(runbook()).results().map(section -> () -> {
            List<Integer> places =
                    PARTS.stream().map(part -> section.group(2).indexOf(part)).toList();
            assertFalse(places.contains(-1), section.group(1) + " lacks one of " + PARTS);
            assertEquals(places.stream().sorted().toList(), places, section.group(1));
        }));
    }

    @Test
    void anAlertSaysWhoseItIsWhatHappensAndWhereToRead() {
        assertAll(AlertRules.alerts().stream().map(alert -> () -> {
            assertTrue(SEVERITIES.contains(alert.severity()), alert.name());
            assertFalse(alert.summary().isBlank(), alert.name());
            assertEquals("RUNBOOK.md#" + alert.name().toLowerCase(Locale.ROOT), alert.runbook());
        }));
    }

    @Test
    void fewAlertsWakeSomebody() {
        List<String> pages = AlertRules.alerts().stream()
                .filter(alert -> alert.severity().equals("page"))
                .map(AlertRules.Alert::name)
                .toList();

        assertFalse(pages.isEmpty());
        assertTrue(pages.size() <= MOST_THAT_PAGE, pages.toString());
    }

    @Test
    void aNameIsOneAlert() {
        assertEquals(AlertRules.alerts().size(), names().size());
    }

    @Test
    void noExpressionIsBrokenOffOrReadsNothing() {
        assertAll(AlertRules.expressions().stream().map(expression -> () -> {
            assertTrue(expression.isBalanced(), expression.text());
            assertFalse(expression.metrics().isEmpty(), expression.text());
        }));
    }

    private static Set<String> names() {
        return AlertRules.alerts().stream().map(AlertRules.Alert::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String runbook() {
        return Checkout.read(Checkout.ROOT.resolve("RUNBOOK.md"));
    }
}
