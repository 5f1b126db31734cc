// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.Set;
import java.util.UUID;

/**
 * An event that looks for its readers.
 *
 * @param order whether it is news of an order, which a fallback is told when its endpoint cannot be
 */
public record Announcement(
        UUID eventId, String eventType, boolean order, Set<String> audience, EventAttributes attributes) {}
