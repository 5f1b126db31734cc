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
 * @param budget the least that their median has to be
 */
public record Verdict(String what, List<Double> measured, double budget) {

    public Verdict {
        measured = List.copyOf(measured);
    }

    /** The rates of one over those of the other, round by round: whatever disturbed a round disturbed both. */
    public static Verdict ofRatio(String what, List<Round> one, List<Round> other, double budget) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            ratios.add(one.get(i).sample().rate() / other.get(i).sample().rate());
        }
        return new Verdict(what, ratios, budget);
    }

    public double median() {
        return Median.of(measured);
    }

    public boolean met() {
        return median() >= budget;
    }

    /** One line for people. */
    public String line() {
        boolean large = budget >= 100;
        String number = large ? "%,.0f" : "%.2f";
        return String.format(
                Locale.ROOT,
                "  %-58s " + number + " (" + number + " to " + number + "), budget >= " + number + ": %s",
                what,
                median(),
                Collections.min(measured),
                Collections.max(measured),
                budget,
                met() ? "met" : "NOT met");
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("what", what);
        json.put("median", median()).put("budget", budget).put("met", met());
        measured.forEach(json.putArray("rounds")::add);
        return json;
    }
}
