// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import id.siaga.suite.Checkout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/metrics.md. */
final class MetricsDocument {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(siaga_\\w+)` \\| (\\w+) \\| ([^|]*) \\| (\\w+) \\| ([^|]+) \\|$");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    /** A line of it; {@code of} is a service without its ending, or all. */
    record Row(String name, String kind, Set<String> labels, String of, String meaning) {

        boolean isOf(String service) {
            return of.equals("all") || service.equals(of + "-service");
        }
    }

    private MetricsDocument() {}

    static List<Row> rows() {
        return ROW.matcher(
                        Checkout.read(Checkout.ROOT.resolve("docs/metrics.md")).replace("| | ", "|  | "))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), labels(row.group(3)), row.group(4), row.group(5)))
                .toList();
    }

    private static Set<String> labels(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
