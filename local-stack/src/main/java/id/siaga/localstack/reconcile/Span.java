// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From a time, to before another. */
record Span(Instant from, Instant to) {

    static Span of(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    /** The same times in fewer spans; they come in order. */
    static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && joined.getLast().to.equals(span.from)) {
                joined.set(joined.size() - 1, new Span(joined.getLast().from, span.to));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
