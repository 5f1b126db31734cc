// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of CPU and memory as Kubernetes writes them. */
final class Quantities {

    /** The client's own parser takes more than an API server does, such as a blank. */
    private static final Pattern WRITTEN =
            Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][0-9]+)?");

    private Quantities() {}

    static boolean isOne(JsonNode json) {
        if (!json.isTextual() && !json.isNumber()) {
            return false;
        }
        try {
            number(json);
            return WRITTEN.matcher(json.asText()).matches();
        } catch (QuantityFormatException none) {
            return false;
        }
    }

    static BigDecimal number(JsonNode json) {
        return Quantity.fromString(json.asText()).getNumber();
    }
}
