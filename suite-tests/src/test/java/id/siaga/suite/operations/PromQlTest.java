// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void itsMetricsAreNamedAndNothingElseOfIt() {
        PromQl expression = new PromQl("""
                histogram_quantile(0.99, sum by (le, uri) (rate(a_bucket{uri=~"x(y)|z", le="1.0"}[5m] offset 1h)))
                  > 2e3 and on (application) max without (pod) (b:c_d:ratio5m) or absent(e{f="g"}) unless h != h""");

        assertEquals(Set.of("a_bucket", "b:c_d:ratio5m", "e", "h"), expression.metrics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a", "a[5m", "a{b=\"c\"", "sum(a[5m)]", "a)"})
    void whatIsBrokenOffIsSeen(String broken) {
        assertFalse(new PromQl(broken).isBalanced());
    }

    @Test
    void bracketsInTextsAreText() {
        assertTrue(new PromQl("sum(a{uri=\"(\"})").isBalanced());
    }
}
