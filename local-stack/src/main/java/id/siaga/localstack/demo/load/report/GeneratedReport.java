// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report to be sent.
 *
 * @param reporter the party that sends it, which is also its client's name
 * @param key its Idempotency-Key, the same whenever the same report is made
 * @param body for POST /v1/reports
 * @param contents by item, a name for the content it is about: equal names are one content in whatever spelling
 * @param flaw why it must be refused, or null
 */
public record GeneratedReport(
        int index,
        String reporter,
        String key,
        ObjectNode body,
        List<String> contents,
        @Nullable Flaw flaw) {

    public boolean valid() {
        return flaw == null;
    }
}
