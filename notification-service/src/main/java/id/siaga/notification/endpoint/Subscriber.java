// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that is to be told an event, of a party that may know it.
 *
 * @param ordered whether events of one subject are to wait for each other
 * @param fallbackOf the endpoint that wants to hear it but is told nothing at present; null when it wants to itself
 */
public record Subscriber(
        UUID eventId,
        UUID endpointId,
        String party,
        boolean ordered,
        @Nullable UUID fallbackOf) {}
