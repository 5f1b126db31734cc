// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupTest {

    private static final Suite SUITE = new Suite(
            URI.create("http://127.0.0.1:1/token"),
            Map.of(Service.INTAKE, URI.create("http://127.0.0.1:2")),
            Map.of("kpu", new Identity("kpu", "kpu", "kpu", "secret", null, null)));

    @Test
    void aServiceIsFoundByEitherName() throws Exception {
        assertEquals("http://127.0.0.1:2", Lookup.answer(SUITE, "intake"));
        assertEquals("http://127.0.0.1:2", Lookup.answer(SUITE, "intake-service"));
    }

    @Test
    void whatIsUnknownIsToldWithWhatThereIs() {
        assertTrue(refusal("mail").contains("intake, triage, notification"));
        assertTrue(refusal("nobody", "intake").contains("there are kpu"));
        assertTrue(refusal().contains("./siaga token"));
    }

    private static String refusal(String... arguments) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Lookup.answer(SUITE, arguments))
                .getMessage());
    }
}
