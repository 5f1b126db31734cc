// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

import java.time.Instant;
import java.util.UUID;

/**
 * An endpoint that has not succeeded for long.
 *
 * @param since when it failed first
 * @param failures in a row
 */
public record Trouble(UUID endpointId, Instant since, int failures) {}
