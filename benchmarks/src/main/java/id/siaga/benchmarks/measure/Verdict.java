// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A number that is to reach a budget.
 *
 * @param what what the number says
 * @param measured one number a round
 * @param budget the least that their median has to be, or the most that it may be
 * @param isCeiling whether it is the most
 */
public record Verdict(String what, List<Double> measured, double budget, boolean isCeiling) {

    public Verdict {
        measured = List.copyOf(measured);
    }

    /** A number that has to be as large. */
    public static Verdict atLeast(double budget, String what, List<Double> measured) {
        return new Verdict(what, measured, budget, false);
    }

    /** A number that may not be larger. */
    public static Verdict atMost(double budget, String what, List<Double> measured) {
        return new Verdict(what, measured, budget, true);
    }

    /** The rates of one over those of the other, round by round: whatever disturbed a round disturbed both. */
    public static Verdict ofRatio(String what, List<Round> one, List<Round> other, double budget) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            ratios.add(one.get(i).sample().rate() / other.get(i).sample().rate());
        }
        return atLeast(budget, what, ratios);
    }

    public double median() {
        return Median.of(measured);
    }

    public boolean met() {
        return isCeiling ? median() <= budget : median() >= budget;
    }

    /** One line for people. */
    public String line() {
        boolean large = budget >= 100;
        String number = large ? "%,.0f" : "%.2f";
        return String.format(
                Locale.ROOT,
                "  %-58s " + number + " (" + number + " to " + number + "), budget " + (isCeiling ? "<=" : ">=") + " "
                        + number + ": %s",
                what,
                median(),
                Collections.min(measured),
                Collections.max(measured),
                budget,
                met() ? "met" : "NOT met");
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("what", what);
        json.put("median", median())
                .put("budget", budget)
                .put("atMost", isCeiling)
                .put("met", met());
        measured.forEach(json.putArray("rounds")::add);
        return json;
    }
}
