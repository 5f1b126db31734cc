// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * What an endpoint is to repeat.
 *
 * @param id the same at every try, and the webhook-id
 * @param attempts the try at hand included
 */
record Challenge(UUID id, UUID endpointId, String url, String text, int attempts, Instant requestedAt) {}
