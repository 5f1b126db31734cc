// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an endpoint while its party is suspended, and then. */
class EndpointSuspensionTest {

    private static final String URL = "https://hooks.example/siaga";
    private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");

    private static Endpoint verified() {
        EndpointSettings settings = new EndpointSettings(
                List.of("*"),
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                "1",
                null,
                true,
                null,
                List.of("v1"),
                null,
                null,
                null,
                null);
        Endpoint endpoint =
                new Endpoint(new UUID(0, 1), "google", Set.of("platform"), URL, settings, new byte[] {1}, NOW);
        endpoint.verified(URL);
        return endpoint;
    }

    @Test
    void whatWasToldIsToldAgain() {
        Endpoint endpoint = verified();
        assertTrue(endpoint.suspend());
        assertFalse(endpoint.suspend());
        assertEquals(EndpointStatus.PAUSED, endpoint.status());

        endpoint.readmit();

        assertEquals(EndpointStatus.ACTIVE, endpoint.status());
        assertFalse(endpoint.suspended());
    }

    @Test
    void whatItsOwnerHadPausedStaysSo() {
        Endpoint endpoint = verified();
        endpoint.become(EndpointStatus.PAUSED);
        assertFalse(endpoint.suspend());

        endpoint.readmit();

        assertEquals(EndpointStatus.PAUSED, endpoint.status());
    }

    @Test
    void whatSaidMeanwhileThatItIsGoneStaysSo() {
        Endpoint endpoint = verified();
        endpoint.suspend();
        endpoint.end(EndpointStatus.DISABLED, NOW);

        endpoint.readmit();

        assertEquals(EndpointStatus.DISABLED, endpoint.status());
        assertFalse(endpoint.suspended());
    }
}
